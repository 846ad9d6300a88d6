/// Reads a formula in infix notation without recursion.
///
/// Everything that waits for its right side stands on a stack of its own, so that no
/// depth of parentheses can exhaust the program's stack.
struct InfixFormulaParser {
  /// What waits for the value that is being read.
  enum Pending {
    case binary(MetricOperation)
    case negation
    case parenthesis(position: Int)
    case call(MetricOperation, arguments: Int, position: Int)
    /// Behind `if`: the value before it is read, the condition is not.
    case condition(position: Int)
    /// Behind `else`.
    case alternative
  }

  var scanner: FormulaScanner
  var builder = MetricExpressionBuilder()
  var pending: [Pending] = []

  init(_ bytes: [UInt8], language: FormulaLanguage) {
    self.scanner = FormulaScanner(bytes, language: language)
  }

  mutating func parse() throws(MetricError) -> MetricExpression {
    guard scanner.skipSpace() != nil else { throw scanner.failure(.empty, at: 0) }
    repeat {
      try readValue()
    } while try readOperator()
    return MetricExpression(builder)
  }

  /// Reads up to the end of a number, name or literal.
  private mutating func readValue() throws(MetricError) {
    while true {
      switch try scanner.next() {
      case .number(let number):
        builder.append(number: number)
        return
      case .literal(let name):
        builder.append(literal: MetricLiteral(name))
        return
      case .name(let name):
        if try readName(name) { return }
      case .operation(.subtract):
        pending.append(.negation)
      case .leftParenthesis:
        pending.append(.parenthesis(position: scanner.start))
      case .operation, .rightParenthesis, .comma, .if, .else, .end:
        throw scanner.failure(.missingOperand)
      }
    }
  }

  /// Takes a name; false if it begins a call whose arguments follow.
  private mutating func readName(_ name: String) throws(MetricError) -> Bool {
    let start: Int = scanner.start
    let function: MetricOperation? = Self.function(name, language: scanner.language)
    guard scanner.isBeforeParenthesis() else {
      if let function {
        throw scanner.failure(
          function.takesName
            ? .argumentNotName(function: name)
            : .argumentCount(function: name, expected: function.arity, found: 0), at: start)
      }
      builder.append(.name, text: name)
      return true
    }
    guard let function else { throw scanner.failure(.unknownFunction(name), at: start) }
    _ = try scanner.next()
    guard function.takesName else {
      pending.append(.call(function, arguments: 1, position: start))
      return false
    }
    guard case .name(let argument) = try scanner.next(),
      try scanner.next() == .rightParenthesis
    else { throw scanner.failure(.argumentNotName(function: name)) }
    builder.append(function, text: argument)
    return true
  }

  private static func function(_ name: String, language: FormulaLanguage) -> MetricOperation? {
    switch name {
    case "min" where language != .likwid: .minimum
    case "max" where language != .likwid: .maximum
    case "d_ratio" where language == .perf: .ratio
    case "source_count" where language == .perf: .sourceCount
    case "aggr_nr" where language == .perf: .aggregateCount
    case "has_event" where language == .perf: .hasEvent
    case "strcmp_cpuid_str" where language == .perf: .matchesCPU
    default: nil
    }
  }
}
