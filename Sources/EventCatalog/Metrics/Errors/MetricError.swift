/// A reason why a formula cannot be understood or evaluated.
public struct MetricError: Error, Hashable, Sendable {
  /// The formula, or the name of the metric, cut to its first 4096 bytes.
  public var formula: String
  /// The distance in UTF-8 bytes from the start of the formula to the fault.
  ///
  /// It is nil where the fault has no place in the formula.
  public var position: Int?
  /// What is wrong.
  public var problem: MetricProblem

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - formula: The formula, or the name of the metric.
  ///   - position: The distance in UTF-8 bytes from its start to the fault.
  ///   - problem: What is wrong.
  public init(formula: String, position: Int? = nil, problem: MetricProblem) {
    self.formula = formula
    self.position = position
    self.problem = problem
  }

  /// Creates an error from the bytes of a formula, of which it keeps the first ones.
  init(bytes: [UInt8], position: Int? = nil, problem: MetricProblem) {
    self.init(
      formula: String(decoding: bytes.prefix(4096), as: UTF8.self), position: position,
      problem: problem)
  }
}

extension MetricError: CustomStringConvertible {
  /// One sentence that says what is wrong, and where.
  public var description: String {
    guard let position else { return "\(problem)" }
    let before = String(decoding: formula.utf8.prefix(position), as: UTF8.self)
    return "\(problem) (at character \(before.count + 1) of \(quoted(formula)))"
  }
}
