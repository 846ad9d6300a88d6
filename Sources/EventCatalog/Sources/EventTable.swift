/// The events and metrics of a microarchitecture, a kind of core or a PMU.
public struct EventTable: Hashable, Sendable {
  /// The name as the source spells it.
  public var name: String
  /// The events in the order of the source.
  public var events: [EventDefinition]
  /// The metrics, presets and formulas in the order of the source.
  public var metrics: [MetricDefinition]
  /// What the groups of metrics are about, by their names.
  public var groups: [String: String]
  /// How many counters the kinds of PMU have, where the source says so.
  public var counters: [PMUUnit: CounterCounts]
  /// What was left out, and why.
  public var warnings: [EventSourceError]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - name: The name as the source spells it.
  ///   - events: The events.
  ///   - metrics: The metrics, presets and formulas.
  ///   - warnings: What was left out, and why.
  public init(
    name: String, events: [EventDefinition] = [], metrics: [MetricDefinition] = [],
    warnings: [EventSourceError] = []
  ) {
    self.name = name
    self.events = events
    self.metrics = metrics
    self.groups = [:]
    self.counters = [:]
    self.warnings = warnings
  }
}
