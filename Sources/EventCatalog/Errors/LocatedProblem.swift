/// A problem and its place, before the expression around it is known.
struct LocatedProblem: Error, Equatable {
  var problem: EventNameProblem
  var position: Int
}

extension EventNameError {
  /// A problem within an expression.
  init(_ located: LocatedProblem, in expression: String) {
    self.init(
      expression: String(decoding: expression.utf8.prefix(4096), as: UTF8.self),
      position: located.position, problem: located.problem)
  }
}
