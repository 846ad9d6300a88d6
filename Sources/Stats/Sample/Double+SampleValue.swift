extension Double: SampleValue {
  /// Accurate moments of floating-point numbers.
  public typealias Accumulator = Moments

  /// The values in ascending order; throws when one is not finite.
  public static func _sorted(_ values: [Double]) throws(StatsError) -> [Double] {
    let signBit: UInt64 = 1 << 63
    let infinity = Double.infinity.bitPattern
    var isFinite = true
    // Bit patterns in the order of the numbers: negative ones inverted.
    var keys = values.map { value in
      let bits = value.bitPattern
      isFinite = isFinite && bits & ~signBit < infinity
      return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | signBit)
    }
    guard isFinite else {
      let index = values.firstIndex { !$0.isFinite } ?? 0
      throw .notFinite(index: index, value: values[index])
    }
    RadixSort.sort(&keys)
    return keys.map { key in
      let isNegative = key & signBit == 0
      return Double(bitPattern: isNegative ? ~key : key ^ signBit)
    }
  }

  /// The number itself.
  public var _double: Double { self }

  /// Zero: floating-point numbers have no fixed step.
  public static var _resolution: Double { 0 }

  /// The point between two numbers; never outside of them, never overflowing.
  public static func _interpolate(_ lower: Double, _ upper: Double, _ fraction: Double) -> Double {
    if fraction <= 0 || lower == upper { return lower }
    if fraction >= 1 { return upper }
    if fraction == 0.5 {
      let sum = lower + upper
      return sum.isFinite ? sum / 2 : lower / 2 + upper / 2
    }
    let distance = upper - lower
    let point =
      distance.isFinite
      // From the nearer end, so that mirrored samples give mirrored results.
      ? fraction < 0.5 ? lower + fraction * distance : upper - (1 - fraction) * distance
      : (1 - fraction) * lower + fraction * upper
    return min(max(point, lower), upper)
  }

  /// The distance from the middle of two numbers.
  public static func _deviation(
    _ value: Double, _ lowerCenter: Double, _ upperCenter: Double
  ) -> Double {
    value - _interpolate(lowerCenter, upperCenter, 0.5)
  }

  /// The middle of two order statistics of the absolute deviations.
  public static func _deviationStatistic(_ sorted: [Double], _ lower: Int, _ upper: Int) -> Double {
    let count = sorted.count
    let range = sorted[count - 1] - sorted[0]
    let unit = range.isFinite ? 1 : 0.25
    let center = _interpolate(sorted[(count - 1) / 2] * unit, sorted[count / 2] * unit, 0.5)
    let deviations = DeviationOrder<Double>(count: count) { index in
      (sorted[index] * unit - center).magnitude
    }
    return _interpolate(deviations[lower], deviations[upper], 0.5) / unit
  }
}
