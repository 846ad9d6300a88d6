/// Moments of a block of numbers that fits in the first cache.
enum MomentBlock {
  /// The number of values in a full block.
  static var size: Int { 1024 }

  /// The moments of at most ``size`` values, or nil when one is not finite.
  static func moments(of values: Span<Double>) -> Moments? {
    let plain = unsafe values.withUnsafeBufferPointer { unsafe twoPass($0, scale: 0) }
    let squares = plain.squares
    // Squares in this range can be neither spoilt by overflow nor by underflow.
    if squares > 0x1p-600 && squares < 0x1p900 { return plain.moments }
    var greatest = 0.0
    for index in values.indices {
      guard values[index].isFinite else { return nil }
      greatest = max(greatest, values[index].magnitude)
    }
    let scale = Scale.fitting(greatest)
    if scale == 0 { return plain.moments }
    var scaled: [Double] = []
    scaled.reserveCapacity(values.count)
    for index in values.indices {
      scaled.append(Scale.apply(-scale, to: values[index]))
    }
    return unsafe scaled.withUnsafeBufferPointer { unsafe twoPass($0, scale: scale).moments }
  }

  private struct Result {
    let squares: Double
    let moments: Moments
  }

  /// The sum of squares about a first mean, corrected by what the deviations
  /// from that mean add up to.
  private static func twoPass(_ values: UnsafeBufferPointer<Double>, scale: Int) -> Result {
    let count = Double(values.count)
    let guess = unsafe sum(values) / count
    let (first, second) = unsafe powerSums(values, about: guess)
    let correction = first / count
    let squares = max(second - first * correction, 0)
    return Result(
      squares: squares,
      moments: Moments(
        count: values.count, center: .exactSum(guess, correction), squares: squares, scale: scale))
  }

  private static func sum(_ values: UnsafeBufferPointer<Double>) -> Double {
    guard let base = unsafe UnsafeRawPointer(values.baseAddress) else { return 0 }
    let wide = values.count / 16
    var even = SIMD8<Double>()
    var odd = SIMD8<Double>()
    for index in 0..<wide {
      unsafe even += base.loadUnaligned(fromByteOffset: index &* 128, as: SIMD8<Double>.self)
      unsafe odd += base.loadUnaligned(fromByteOffset: index &* 128 &+ 64, as: SIMD8<Double>.self)
    }
    var rest = 0.0
    for index in wide &* 16..<values.count { unsafe rest += values[index] }
    return (even + odd).sum() + rest
  }

  private static func powerSums(
    _ values: UnsafeBufferPointer<Double>, about center: Double
  ) -> (first: Double, second: Double) {
    guard let base = unsafe UnsafeRawPointer(values.baseAddress) else { return (0, 0) }
    let wide = values.count / 8
    var first = SIMD8<Double>()
    var second = SIMD8<Double>()
    for index in 0..<wide {
      let value = unsafe base.loadUnaligned(
        fromByteOffset: index &* 64, as: SIMD8<Double>.self)
      let distance = value - center
      first += distance
      second += distance * distance
    }
    var firstRest = 0.0
    var secondRest = 0.0
    for index in wide &* 8..<values.count {
      let distance = unsafe values[index] - center
      firstRest += distance
      secondRest += distance * distance
    }
    return (first.sum() + firstRest, second.sum() + secondRest)
  }
}
