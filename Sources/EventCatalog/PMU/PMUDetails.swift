/// All that sysfs says about a PMU beside its events.
public struct PMUDetails: Hashable, Sendable {
  /// The PMU.
  public var pmu: PMU
  /// The terms that its events consist of, sorted by name.
  public var terms: [PMUTerm]
  /// The names of its events, sorted.
  public var eventNames: [String]
  /// What the hardware can do, by the names of the kernel, such as `branches`.
  public var capabilities: [String: String]
  /// The text that tells the model of a PMU outside of the cores.
  public var identifier: String?
  /// Another name of the PMU, where the kernel gives one.
  public var alias: String?
  /// Who may read counters without the kernel: 0 nobody, 1 their owner, 2 anybody.
  ///
  /// The corresponding file is `rdpmc`.
  public var userReadAccess: Int?
  /// How long events stay on their counters where more are wanted than there are.
  public var multiplexIntervalMilliseconds: Int?
  /// The number of filters by address that an event can have.
  public var addressFilterCount: Int?
  /// What could not be read, and why.
  public var warnings: [EventSourceError]

  /// Creates details that say no more than a PMU's description.
  ///
  /// - Parameter pmu: The PMU.
  public init(pmu: PMU) {
    self.pmu = pmu
    self.terms = []
    self.eventNames = []
    self.capabilities = [:]
    self.identifier = nil
    self.alias = nil
    self.userReadAccess = nil
    self.multiplexIntervalMilliseconds = nil
    self.addressFilterCount = nil
    self.warnings = []
  }
}
