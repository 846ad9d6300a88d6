/// How many cycles instructions with an event were measured to wait before they retired.
///
/// Formulas with perf's modifier `R`, or perfmon's `:retire_latency`, take the mean where
/// the machine cannot measure it anew.
public struct RetirementLatency: Hashable, Sendable {
  /// The mean in cycles.
  public var mean: Double
  /// The least in cycles, if the source says it.
  public var minimum: Double?
  /// The most in cycles, if the source says it.
  public var maximum: Double?

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - mean: The mean in cycles.
  ///   - minimum: The least in cycles.
  ///   - maximum: The most in cycles.
  public init(mean: Double, minimum: Double? = nil, maximum: Double? = nil) {
    self.mean = mean
    self.minimum = minimum
    self.maximum = maximum
  }
}
