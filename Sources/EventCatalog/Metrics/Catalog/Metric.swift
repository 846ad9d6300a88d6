/// A metric whose formula has been read.
public struct Metric: Hashable, Sendable {
  /// The metric as its source describes it.
  public let definition: MetricDefinition
  /// The formula over events and other metrics.
  public let expression: MetricExpression
  /// The formula that is not zero when the value deserves attention.
  public let threshold: MetricExpression?

  /// Reads the formulas of a metric.
  ///
  /// - Parameter definition: The metric as its source describes it.
  /// - Throws: ``MetricError`` if the formula cannot be read. A threshold that cannot be
  ///   read is left out, because the value is of use without it.
  public init(_ definition: MetricDefinition) throws(MetricError) {
    self.definition = definition
    self.expression = try definition.expression()
    do throws(MetricError) {
      self.threshold = try definition.thresholdExpression()
    } catch {
      self.threshold = nil
    }
  }

  /// The name as the source writes it.
  public var name: String { definition.name }
}
