/// All that is known about a metric, as one source describes it.
public struct MetricExplanation: Sendable {
  /// The metric as the source describes it.
  public var definition: MetricDefinition
  /// The formula over events alone, with those of other metrics put in.
  public var formula: MetricExpression?
  /// Why the formula cannot be used, if so.
  public var failure: MetricError?
  /// The events whose counts are needed, at most the first 64.
  public var events: [MetricEvent]
  /// The level in the top-down analysis, from 1, if the metric is part of one.
  public var level: Int?
  /// The metric of which this one is a part in the top-down analysis, or empty.
  public var parent: String
  /// The metrics into which the top-down analysis divides this one.
  public var parts: [String]

  /// Creates an explanation of a metric of which only the definition is known.
  ///
  /// - Parameter definition: The metric as the source describes it.
  public init(definition: MetricDefinition) {
    self.definition = definition
    self.formula = nil
    self.failure = nil
    self.events = []
    self.level = nil
    self.parent = ""
    self.parts = []
  }
}
