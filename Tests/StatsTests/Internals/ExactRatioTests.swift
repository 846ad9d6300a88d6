import Testing

@testable import Stats

struct ExactRatioTests {
  /// Quotients of integers below 2^53 are rounded correctly by the hardware.
  @Test
  func `quotients of small integers agree with the hardware`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let numerator = random.next() >> UInt64.random(in: 11...63, using: &random)
      let denominator = max(1, random.next() >> UInt64.random(in: 11...63, using: &random))
      let ratio = ExactRatio(
        numerator: UInt256(low: UInt128(numerator)), denominator: UInt128(denominator))
      #expect(ratio.rounded == Double(numerator) / Double(denominator))
      #expect(ratio.numerator.isZero == (numerator == 0))
      // The root of an integer below 2^53 is rounded correctly as well.
      let root = ExactRatio(numerator: ratio.numerator, denominator: 1).roundedSquareRoot
      #expect(root == Double(numerator).squareRoot())
    }
  }

  @Test
  func `whole numbers are rounded as the standard library does`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<20_000 {
      let shift = Int.random(in: 0...127, using: &random)
      let value = UInt128(random.next()) << 64 | UInt128(random.next())
      let ratio = ExactRatio(numerator: UInt256(low: value >> shift), denominator: 1)
      #expect(ratio.rounded == Double(value >> shift))
    }
  }

  @Test
  func `ties go to the even neighbour`() {
    func rounded(_ value: UInt128, _ denominator: UInt128 = 1) -> Double {
      ExactRatio(numerator: UInt256(low: value), denominator: denominator).rounded
    }
    #expect(rounded(1 << 53 + 1) == 0x1p53)
    #expect(rounded(1 << 53 + 3) == 0x1p53 + 4)
    #expect(rounded((1 << 53 + 1) * 3, 3) == 0x1p53)
    #expect(rounded((1 << 53 + 1) * 3 + 1, 3) == 0x1p53 + 2)
    // The square of 2^53 + 1 has its root in the middle of two numbers.
    let middle: UInt128 = 1 << 53 + 1
    let square = ExactRatio(numerator: UInt256(low: middle * middle), denominator: 1)
    #expect(square.roundedSquareRoot == 0x1p53)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      let middle = UInt128(random.next() >> 11 | 1 << 53 | 1)
      let square = ExactRatio(numerator: UInt256(low: middle * middle * 3), denominator: 3)
      #expect(square.roundedSquareRoot == Double(middle))
    }
    let above = ExactRatio(numerator: UInt256(low: middle * middle + 1), denominator: 1)
    #expect(above.roundedSquareRoot == 0x1p53 + 2)
  }
}
