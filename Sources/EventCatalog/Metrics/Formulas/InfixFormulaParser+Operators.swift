extension InfixFormulaParser {
  /// Reads what follows on a value; false at the end of the formula.
  mutating func readOperator() throws(MetricError) -> Bool {
    while true {
      switch try scanner.next() {
      case .operation(let operation):
        apply(from: operation.rank ?? 0)
        pending.append(.binary(operation))
        return true
      case .if:
        apply(from: 0)
        if case .condition = pending.last { throw scanner.failure(.nestedCondition) }
        pending.append(.condition(position: scanner.start))
        return true
      case .else:
        apply(from: 0)
        guard case .condition = pending.popLast() else { throw scanner.failure(.missingIf) }
        pending.append(.alternative)
        return true
      case .comma:
        try applyAll()
        guard case .call(let function, let arguments, let position) = pending.popLast() else {
          throw scanner.failure(.unexpectedComma)
        }
        pending.append(.call(function, arguments: arguments + 1, position: position))
        return true
      case .rightParenthesis:
        try close()
      case .end:
        try applyAll()
        return try !checkEnd()
      case .number, .name, .literal, .leftParenthesis:
        throw scanner.failure(.missingOperator)
      }
    }
  }

  /// Applies the operators that wait and bind at least as tightly.
  private mutating func apply(from rank: Int) {
    while let last = pending.last {
      switch last {
      case .negation: _ = builder.append(.negate)
      case .binary(let operation):
        guard (operation.rank ?? 0) >= rank else { return }
        _ = builder.append(operation)
      default: return
      }
      pending.removeLast()
    }
  }

  /// Applies all that waits back to an open parenthesis or to the start.
  private mutating func applyAll() throws(MetricError) {
    apply(from: 0)
    while case .alternative = pending.last {
      pending.removeLast()
      _ = builder.append(.select)
      apply(from: 0)
    }
    if case .condition(let position) = pending.last {
      throw scanner.failure(.missingElse, at: position)
    }
  }

  private mutating func close() throws(MetricError) {
    try applyAll()
    switch pending.popLast() {
    case .parenthesis: break
    case .call(let function, let arguments, let position):
      guard arguments == function.arity else {
        throw scanner.failure(
          .argumentCount(
            function: function.spelling, expected: function.arity, found: arguments),
          at: position)
      }
      _ = builder.append(function)
    default: throw scanner.failure(.unbalancedParenthesis)
    }
  }

  /// Nothing may be open at the end.
  private func checkEnd() throws(MetricError) -> Bool {
    switch pending.last {
    case nil: return true
    case .parenthesis(let position), .call(_, _, let position):
      throw scanner.failure(.unbalancedParenthesis, at: position)
    default: throw scanner.failure(.missingOperand)
    }
  }
}
