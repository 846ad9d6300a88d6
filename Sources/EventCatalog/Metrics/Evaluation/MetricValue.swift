/// A value on the way to that of a whole expression.
struct MetricValue {
  var number: Double
  /// The node whose value is missing, or -1 if none is.
  var missing: Int32

  init(_ number: Double) {
    self.number = number
    self.missing = -1
  }

  init(_ number: Double?) {
    self.number = number ?? .nan
    self.missing = number == nil ? 0 : -1
  }

  init(_ isTrue: Bool) {
    self.init(isTrue ? 1 : 0 as Double)
  }

  /// Applies an operator with this value on its left side.
  mutating func combine(_ operation: MetricOperation, _ right: MetricValue) {
    number = Self.apply(operation, number, right.number)
    if missing < 0 { missing = right.missing }
  }

  /// The value of an operator, as perf computes it.
  static func apply(_ operation: MetricOperation, _ left: Double, _ right: Double) -> Double {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: right == 0 ? .nan : left / right
    case .remainder:
      bits(left, right) {
        $1 == 0 ? nil : $0.remainderReportingOverflow(dividingBy: $1).partialValue
      }
    case .less: left < right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .lessOrEqual: left <= right ? 1 : 0
    case .greaterOrEqual: left >= right ? 1 : 0
    // Of a value that is not a number the right one is left, as perf has it.
    case .minimum: left < right ? left : right
    case .maximum: left > right ? left : right
    case .ratio: right == 0 ? 0 : left / right
    case .or: bits(left, right) { $0 | $1 }
    case .exclusiveOr: bits(left, right) { $0 ^ $1 }
    case .and: bits(left, right) { $0 & $1 }
    default: .nan
    }
  }

  /// Combines two values as whole numbers, for which their fractions are cut off.
  private static func bits(
    _ left: Double, _ right: Double, _ combine: (Int64, Int64) -> Int64?
  ) -> Double {
    guard let left = Int64(exactly: left.rounded(.towardZero)),
      let right = Int64(exactly: right.rounded(.towardZero)),
      let result = combine(left, right)
    else { return .nan }
    return Double(result)
  }
}
