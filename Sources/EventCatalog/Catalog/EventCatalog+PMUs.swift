internal import PerfEvent

extension EventCatalog {
  /// The performance monitoring units that sysfs describes, sorted by name.
  ///
  /// Each access reads sysfs; without sysfs there are none.
  public var pmus: [PMU] { sysfs == nil ? [] : inventory.all }

  /// The units that count for the cores.
  ///
  /// Without one, as in many virtual machines, hardware and cache events cannot be
  /// opened; with several, the machine has several kinds of cores.
  public var corePMUs: [PMU] { sysfs == nil ? [] : inventory.cores }

  /// Whether hardware events such as cycles can be counted at all.
  public var hasCorePMU: Bool { !corePMUs.isEmpty }
}
