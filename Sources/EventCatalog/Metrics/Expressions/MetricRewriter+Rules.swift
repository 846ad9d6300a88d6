extension MetricRewriter {
  mutating func negated(_ value: Value) -> Value {
    if let number = constant(value) { return make(-number, isWritten: value.isWritten) }
    return make(Part(operation: .negate, first: value.number))
  }

  mutating func combined(_ operation: MetricOperation, _ left: Value, _ right: Value) -> Value {
    let (leftNumber, rightNumber): (Double?, Double?) = (constant(left), constant(right))
    if let leftNumber, let rightNumber {
      let isWritten: Bool = left.isWritten && right.isWritten && operation.rank != nil
      if let number = folded(operation, leftNumber, rightNumber) {
        return make(number, isWritten: isWritten)
      }
    } else if let leftNumber {
      if left.isWritten,
        let shorter = reduced(operation, constant: leftNumber, on: left, with: right)
      {
        return shorter
      }
    } else if let rightNumber {
      switch (operation, rightNumber) {
      case (.add, 0), (.multiply, 1): return left
      case (.or, 0) where !keepsValues: return left
      case (.multiply, 0) where !keepsValues: return make(0)
      default: break
      }
    }
    return make(Part(operation: operation, first: left.number, second: right.number))
  }

  mutating func selected(_ value: Value, _ condition: Value, _ alternative: Value) -> Value {
    var chosen: Value = value
    if let number = constant(condition) {
      chosen = number == 0 ? alternative : value
    } else if value.number != alternative.number {
      return make(
        Part(
          operation: .select, first: value.number, second: condition.number,
          third: alternative.number))
    }
    chosen.isWritten = false
    return chosen
  }

  /// An operator with a constant that is written on its left side.
  private mutating func reduced(
    _ operation: MetricOperation, constant: Double, on left: Value, with right: Value
  ) -> Value? {
    switch (operation, constant) {
    case (.add, 0), (.multiply, 1): return right
    default: break
    }
    guard !keepsValues else { return nil }
    switch (operation, constant) {
    case (.or, 0): return right
    // Formulas name the slots in such a product on purpose, to have them counted.
    case (.multiply, 0): return isSlots(right) ? nil : make(0)
    // A constant is compared with from the right.
    case (.less, _):
      return make(Part(operation: .greater, first: right.number, second: left.number))
    case (.greater, _):
      return make(Part(operation: .less, first: right.number, second: left.number))
    default: return nil
    }
  }

  private func isSlots(_ value: Value) -> Bool {
    let part: Part = parts[Int(value.number)]
    guard part.operation == .name else { return false }
    let name: String = expression.names[Int(truncatingIfNeeded: part.payload)].lowercased()
    return name.split(separator: "slots", maxSplits: 1, omittingEmptySubsequences: false).count > 1
  }

  /// The value of an operator on constants, or nil where it has none to be written down.
  private func folded(_ operation: MetricOperation, _ left: Double, _ right: Double) -> Double? {
    switch operation {
    case .or, .exclusiveOr, .and, .remainder:
      guard left == left.rounded(), right == right.rounded() else { return nil }
    case .divide:
      guard right != 0 else { return nil }
    default: break
    }
    let number: Double = MetricValue.apply(operation, left, right)
    return number.isFinite ? number : nil
  }
}
