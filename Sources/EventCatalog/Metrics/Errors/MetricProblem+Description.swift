extension MetricProblem: CustomStringConvertible {
  /// One sentence that says what is wrong and what can be done.
  public var description: String {
    switch self {
    case .empty: "the formula is empty"
    case .tooLong(let limit): "the formula is longer than \(limit) bytes"
    case .unexpectedCharacter(let character): "unexpected \(quoted(character)) in a formula"
    case .missingOperand: "a value is missing in a formula"
    case .missingOperator: "an operator is missing in a formula"
    case .unbalancedParenthesis: "a parenthesis of a formula has no partner"
    case .unexpectedComma: "a comma can stand only between the arguments of a function"
    case .missingElse: "a condition of a formula has no \"else\""
    case .missingIf: "an \"else\" of a formula has no \"if\""
    case .nestedCondition: "a condition inside a condition needs parentheses"
    case .unknownFunction(let name): "formulas have no function \(quoted(name))"
    case .argumentCount(let function, let expected, let found):
      "the function \(quoted(function)) takes \(expected) arguments, not \(found)"
    case .argumentNotName(let function):
      "the function \(quoted(function)) takes the name of an event in parentheses"
    case .unsupportedOperator(let sign): "the operator \(quoted(sign)) is not supported"
    case .unknownOperand(let name):
      "the source does not say what \(quoted(name)) stands for in the formula"
    case .unknownConstant(let name): "the constant \(quoted(name)) is not known"
    case .missingCount(let event): "the formula needs a count of \(quoted(event))"
    case .missingLiteral(let literal): "the formula needs a value of \(quoted("\(literal)"))"
    case .missingCPU: "the formula asks for the model of CPU, which is not given"
    case .valueCount(let expected, let found):
      "the formula needs \(expected) values, but \(found) are given"
    case .unknownMetric(let name, let nearest):
      "no metric is named \(quoted(name))\(ProblemText.proposal(nearest))"
    case .cycle(let names):
      "metrics need each other in a circle: \(names.prefix(20).joined(separator: " needs "))"
    case .tooLarge(let limit):
      "the formula with those that it needs put in has more than \(limit) parts"
    }
  }
}
