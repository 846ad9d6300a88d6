/// The names of the tables of one microarchitecture in every source.
public struct MicroarchitectureTables: Hashable, Sendable {
  /// The folders below `arch` of the kernel's event files, such as `x86/skylake`.
  public var kernelEvents: [String]
  /// The folders of perfmon's event files, such as `SKL`.
  public var perfmon: [String]
  /// The PMUs of libpfm4 that count for the cores, such as `skl`.
  public var libpfm4: [String]
  /// The types of CPU of OProfile, such as `i386/skylake`.
  public var oprofile: [String]
  /// The architectures of LIKWID, those of event lists before those of groups.
  public var likwid: [String]
  /// The CPUs of PAPI's presets, which are PMUs of libpfm4.
  public var papi: [String]
  /// The files of Arm without their extension, such as `neoverse-n1`.
  public var armData: [String]

  /// Creates an empty set of names.
  public init() {
    self.kernelEvents = []
    self.perfmon = []
    self.libpfm4 = []
    self.oprofile = []
    self.likwid = []
    self.papi = []
    self.armData = []
  }

  /// Returns the names in one source.
  ///
  /// - Parameter source: The kind of source.
  /// - Returns: The names, none where the source has no table of it.
  public func names(in source: EventSourceKind) -> [String] {
    switch source {
    case .kernelEvents: kernelEvents
    case .perfmon: perfmon
    case .libpfm4: libpfm4
    case .oprofile: oprofile
    case .likwid: likwid
    case .papi: papi
    case .armData: armData
    case .generic, .sysfs, .tracefs: []
    }
  }
}
