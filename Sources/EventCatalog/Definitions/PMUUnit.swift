/// The kind of PMU that an event belongs to, whatever a machine calls its instances.
public struct PMUUnit: Hashable, Sendable {
  /// The name of the kernel's folder without the number of an instance.
  ///
  /// `uncore_cbox` stands for `uncore_cbox_0` and its siblings; ``core`` has the name
  /// `default_core`.
  public var name: String

  /// Creates a unit.
  ///
  /// - Parameter name: The name of the kernel's folder without an instance's number.
  public init(_ name: String) {
    self.name = name
  }

  /// The PMU of every core, whatever the machine calls it.
  public static let core = PMUUnit("default_core")

  /// The kernel's own names for events that every core maps to one of its own.
  public static let hardware = PMUUnit("hardware")

  /// The kernel's names for events of caches, which cores map as well.
  public static let hardwareCache = PMUUnit("hardware-cache")

  /// The kernel itself.
  public static let software = PMUUnit("software")

  /// The tracepoints of the kernel.
  public static let tracepoint = PMUUnit("tracepoint")

  /// The registers of the cores that watch addresses.
  public static let breakpoint = PMUUnit("breakpoint")

  /// Whether the unit is a PMU of the cores.
  ///
  /// These are the unnamed one and those of the two kinds of cores of hybrid machines.
  public var isCore: Bool {
    self == .core || name == "cpu" || name == "cpu_core" || name == "cpu_atom"
      || name == "cpu_lowpower"
  }
}

extension PMUUnit: CustomStringConvertible {
  /// The unit's name.
  public var description: String { name }
}
