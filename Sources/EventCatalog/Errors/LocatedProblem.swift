/// A problem and its place, before the expression around it is known.
struct LocatedProblem: Error {
  var problem: EventNameProblem
  var position: Int
}
