/// All that is known about a group of metrics, as one source describes it.
///
/// Groups of LIKWID say which event is on which counter; groups of perf and perfmon are
/// no more than the metrics that name them.
public struct MetricGroupExplanation: Sendable {
  /// The name as the source writes it.
  public var name: String
  /// One line about the group, empty if the source has none.
  public var brief: String
  /// All that the source says, empty if no more than ``brief``.
  public var details: String
  /// The metrics.
  public var metrics: [MetricDefinition]
  /// The events whose counts are needed, at most the first 64.
  public var events: [MetricEvent]
  /// Where the description comes from.
  public var provenance: EventProvenance

  /// Creates an explanation.
  ///
  /// - Parameters:
  ///   - name: The name as the source writes it.
  ///   - metrics: The metrics.
  ///   - events: The events whose counts are needed.
  ///   - provenance: Where the description comes from.
  public init(
    name: String, metrics: [MetricDefinition], events: [MetricEvent],
    provenance: EventProvenance
  ) {
    self.name = name
    self.brief = ""
    self.details = ""
    self.metrics = metrics
    self.events = events
    self.provenance = provenance
  }
}
