/// An unsigned integer of 256 bits with the few operations exact moments need.
///
/// Sums of squares of 2^63 values of 64 bits need 191 bits, and the numerator
/// of their variance 254, so no operation here can lose a bit.
struct UInt256: Hashable, Sendable {
  /// The upper 128 bits.
  var high: UInt128
  /// The lower 128 bits.
  var low: UInt128

  init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(productOf first: UInt128, _ second: UInt128) {
    let product = first.multipliedFullWidth(by: second)
    high = product.high
    low = product.low
  }

  var isZero: Bool { high == 0 && low == 0 }

  /// The number of bits up to the highest one that is set.
  var usedBits: Int {
    high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
  }

  /// The product with a small factor; the caller knows that it fits.
  func multiplied(by factor: UInt64) -> UInt256 {
    let product = low.multipliedFullWidth(by: UInt128(factor))
    return UInt256(high: high &* UInt128(factor) &+ product.high, low: product.low)
  }

  static func &+ (left: UInt256, right: UInt256) -> UInt256 {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    return UInt256(high: left.high &+ right.high &+ (carry ? 1 : 0), low: low)
  }

  static func &- (left: UInt256, right: UInt256) -> UInt256 {
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    return UInt256(high: left.high &- right.high &- (borrow ? 1 : 0), low: low)
  }

  static func << (value: UInt256, count: Int) -> UInt256 {
    if count == 0 { return value }
    if count >= 128 { return UInt256(high: value.low << (count - 128), low: 0) }
    return UInt256(
      high: value.high << count | value.low >> (128 - count),
      low: value.low << count)
  }
}

extension UInt256: Comparable {
  static func < (left: UInt256, right: UInt256) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}
