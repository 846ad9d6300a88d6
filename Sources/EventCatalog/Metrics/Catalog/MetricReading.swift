/// The value of a metric at one measurement.
public struct MetricReading: Sendable {
  /// The metric.
  public let metric: Metric
  /// The value of the formula, or why there is none.
  public let value: Result<Double, MetricError>
  /// Whether the value deserves attention, or nil if the source sets no threshold, or
  /// if something is missing that the threshold needs.
  public let deservesAttention: Bool?

  /// The value in the unit in which it is shown, or nil if there is none.
  public var scaledValue: Double? {
    switch value {
    case .success(let number): number * metric.definition.scale
    case .failure: nil
    }
  }

  /// The unit in which the value is shown, empty for a plain number.
  public var unit: String { metric.definition.unitName }
}
