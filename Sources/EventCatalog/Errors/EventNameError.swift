/// A reason why an expression names no event, with the place in the expression.
public struct EventNameError: Error, Hashable, Sendable {
  /// The whole expression, cut to its first 4096 bytes.
  public var expression: String
  /// The distance in UTF-8 bytes from the start of the expression to the fault.
  public var position: Int
  /// What is wrong.
  public var problem: EventNameProblem

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - expression: The whole expression.
  ///   - position: The distance in UTF-8 bytes from its start to the fault.
  ///   - problem: What is wrong.
  public init(expression: String, position: Int, problem: EventNameProblem) {
    self.expression = expression
    self.position = position
    self.problem = problem
  }
}

extension EventNameError: CustomStringConvertible {
  /// One sentence that says what is wrong, where, and what can be done.
  public var description: String {
    let before = String(decoding: expression.utf8.prefix(position), as: UTF8.self)
    return before.isEmpty ? "\(problem)" : "\(problem) (at character \(before.count + 1))"
  }
}
