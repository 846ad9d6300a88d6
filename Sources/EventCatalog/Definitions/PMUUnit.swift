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

  /// The meters of energy of single cores, which AMD's CPUs have.
  public static let powerOfCores = PMUUnit("power_core")

  /// The registers of the cores that watch addresses.
  public static let breakpoint = PMUUnit("breakpoint")

  /// The big cores of a hybrid machine.
  public static let bigCores = PMUUnit("cpu_core")

  /// The small cores of a hybrid machine.
  public static let smallCores = PMUUnit("cpu_atom")

  /// The small cores outside of the ring of a hybrid machine, which need the least power.
  public static let lowPowerCores = PMUUnit("cpu_lowpower")

  /// The meters of energy of a package.
  public static let power = PMUUnit("power")

  /// The registers of the cores that are read as they are.
  public static let registers = PMUUnit("msr")

  /// The clock of everything outside of the cores.
  static let uncoreClock = PMUUnit("uncore_clock")

  /// Whether the unit is a PMU of the cores.
  ///
  /// These are the unnamed one and those of the two kinds of cores of hybrid machines.
  public var isCore: Bool {
    self == .core || name == "cpu" || self == .bigCores || self == .smallCores
      || self == .lowPowerCores
  }
}

extension PMUUnit: CustomStringConvertible {
  /// The unit's name.
  public var description: String { name }
}
