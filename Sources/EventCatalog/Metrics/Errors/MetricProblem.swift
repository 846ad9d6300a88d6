/// What is wrong with a formula or with its evaluation.
public enum MetricProblem: Hashable, Sendable {
  /// The formula is empty.
  case empty
  /// The formula is longer than this number of bytes.
  case tooLong(limit: Int)
  /// A character has no meaning at its place.
  case unexpectedCharacter(String)
  /// There is nothing where a value must stand.
  case missingOperand
  /// A value follows on another without an operator between them.
  case missingOperator
  /// A parenthesis has no partner.
  case unbalancedParenthesis
  /// A comma stands outside of the arguments of a function.
  case unexpectedComma
  /// A condition has no alternative.
  case missingElse
  /// An alternative has no condition.
  case missingIf
  /// A condition stands in a condition without parentheses.
  case nestedCondition
  /// The formula calls a function that its language does not have.
  case unknownFunction(String)
  /// A function has too few or too many arguments.
  case argumentCount(function: String, expected: Int, found: Int)
  /// The argument of the function must be the name of an event.
  case argumentNotName(function: String)
  /// The language has an operator that is not supported here.
  case unsupportedOperator(String)

  /// The source does not say what a name in the formula stands for.
  case unknownOperand(String)
  /// The formula needs a constant of the machine that is not known here.
  case unknownConstant(String)

  /// The formula needs the count of an event that is not given.
  case missingCount(event: String)
  /// The formula needs a value of the machine that is not given.
  case missingLiteral(MetricLiteral)
  /// The formula asks for the model of CPU, which is not given.
  case missingCPU
  /// The number of values given is not that of the names.
  case valueCount(expected: Int, found: Int)

  /// No metric bears the name; the nearest that exist follow.
  case unknownMetric(name: String, nearest: [String])
  /// Metrics need each other in a circle, which begins and ends with the same name.
  case cycle([String])
  /// The formula with those of other metrics put in has more parts than this.
  case tooLarge(limit: Int)
}
