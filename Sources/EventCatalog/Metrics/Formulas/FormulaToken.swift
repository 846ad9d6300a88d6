/// A word or sign of a formula.
enum FormulaToken: Equatable {
  case number(Double)
  case name(String)
  case literal(String)
  case operation(MetricOperation)
  case leftParenthesis
  case rightParenthesis
  case comma
  case `if`
  case `else`
  case end
}
