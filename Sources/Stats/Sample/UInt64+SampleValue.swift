extension UInt64: SampleValue {
  /// Exact moments.
  public typealias Accumulator = ExactMoments

  /// The values in ascending order.
  public static func _sorted(_ values: [UInt64]) throws(StatsError) -> [UInt64] {
    var keys = values
    RadixSort.sort(&keys)
    return keys
  }

  /// The nearest floating-point number.
  public var _double: Double { Double(self) }

  /// The least difference of two counts.
  public static var _resolution: Double { 1 }

  /// The point between two counts, exact and then rounded once.
  public static func _interpolate(_ lower: UInt64, _ upper: UInt64, _ fraction: Double) -> Double {
    if fraction <= 0 || lower == upper { return Double(lower) }
    if fraction >= 1 { return Double(upper) }
    // fraction = digits / 2^places without remainder.
    let bits = fraction.significandBitPattern | 1 << 52
    let spare = bits.trailingZeroBitCount
    let digits = bits >> UInt64(spare)
    let places = 52 - Int(fraction.exponent) - spare
    if places > 120 { return Double(lower) + fraction * Double(upper - lower) }
    let start = UInt256(low: UInt128(lower)) << places
    let step = UInt256(low: UInt128(upper - lower) * UInt128(digits))
    let scaled = ExactRatio(numerator: start &+ step, denominator: 1).rounded
    return scaled * Double(sign: .plus, exponent: -places, significand: 1)
  }

  /// The exact distance from the middle of two counts, rounded once.
  public static func _deviation(
    _ value: UInt64, _ lowerCenter: UInt64, _ upperCenter: UInt64
  ) -> Double {
    let twice = Int128(value) * 2 - Int128(lowerCenter) - Int128(upperCenter)
    return Double(twice) / 2
  }

  /// The middle of two order statistics of the absolute deviations, exact and
  /// then rounded once.
  public static func _deviationStatistic(_ sorted: [UInt64], _ lower: Int, _ upper: Int) -> Double {
    let count = sorted.count
    let center = UInt128(sorted[(count - 1) / 2]) + UInt128(sorted[count / 2])
    // Twice the deviations, for the median may end in a half.
    let deviations = DeviationOrder<UInt128>(count: count) { index in
      let twice = UInt128(sorted[index]) * 2
      return twice < center ? center - twice : twice - center
    }
    return Double(deviations[lower] + deviations[upper]) / 4
  }
}
