/// A value that is computed from the counts of a group's events.
public struct EventFormula: Hashable, Sendable {
  /// The name of the value, such as `PAPI_FP_OPS`.
  public var name: String
  /// The formula over the names of the group's events.
  public var expression: MetricExpression

  /// Creates a formula.
  ///
  /// - Parameters:
  ///   - name: The name of the value.
  ///   - expression: The formula over the names of the group's events.
  public init(name: String, expression: MetricExpression) {
    self.name = name
    self.expression = expression
  }
}
