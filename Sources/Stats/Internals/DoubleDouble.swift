/// The unevaluated sum of two binary64 numbers: about 106 bits of precision.
///
/// Knuth's and Dekker's error-free sums, doi:10.1007/BF01397083.
struct DoubleDouble: Hashable, Sendable {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two numbers.
  static func exactSum(_ first: Double, _ second: Double) -> DoubleDouble {
    let sum = first + second
    let part = sum - first
    return DoubleDouble(sum, (first - (sum - part)) + (second - part))
  }

  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let sum = exactSum(left.high, right.high)
    return exactSum(sum.high, sum.low + (left.low + right.low))
  }

  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    left + DoubleDouble(-right.high, -right.low)
  }

  static func * (left: DoubleDouble, right: Double) -> DoubleDouble {
    DoubleDouble(left.high * right, left.low * right)
  }
}
