/// A quotient of two exact integers, rounded only when it is asked for.
///
/// The numerator has at most 254 bits, the denominator at most 127.
struct ExactRatio {
  let numerator: UInt256
  let denominator: UInt128

  /// The binary64 value nearest to the quotient, ties to even.
  var rounded: Double {
    if numerator.isZero || denominator == 0 { return 0 }
    var remainder = numerator
    var divisor = UInt256(low: denominator)
    let exponent = remainder.usedBits - divisor.usedBits
    if exponent >= 0 {
      divisor = divisor << exponent
    } else {
      remainder = remainder << -exponent
    }
    // 56 quotient bits, of which at least 55 are significant; the last one
    // also stands for all that follow, so that rounding to 53 is correct.
    var quotient: UInt64 = 0
    for _ in 0..<56 {
      quotient <<= 1
      if remainder >= divisor {
        remainder = remainder &- divisor
        quotient |= 1
      }
      remainder = remainder << 1
    }
    if !remainder.isZero { quotient |= 1 }
    return Double(sign: .plus, exponent: exponent - 55, significand: Double(quotient))
  }

  /// The binary64 value nearest to the square root of the quotient, ties to even.
  var roundedSquareRoot: Double {
    var root = rounded.squareRoot()
    if root == 0 { return 0 }
    // The root of the rounded quotient is at most one step away.
    for _ in 0..<4 {
      let isOdd = root.significandBitPattern & 1 == 1
      let above = squareOfMidpoint(above: root)
      if above == .below || above == .equal && isOdd {
        root = root.nextUp
        continue
      }
      let below = squareOfMidpoint(above: root.nextDown)
      if below == .above || below == .equal && isOdd {
        root = root.nextDown
        continue
      }
      break
    }
    return root
  }

  private enum Order {
    case below
    case equal
    case above
  }

  /// Where the square of the number half a step above `root` lies, seen from
  /// the quotient.
  private func squareOfMidpoint(above root: Double) -> Order {
    let significand = UInt128(root.significandBitPattern | 1 << 52)
    let midpoint = significand * 2 + 1
    let exponent = 2 * (Int(root.exponent) - 53)
    var square = UInt256(productOf: midpoint * midpoint, denominator)
    var value = numerator
    let squareBits = square.usedBits + max(exponent, 0)
    let valueBits = value.usedBits + max(-exponent, 0)
    if squareBits != valueBits { return squareBits < valueBits ? .below : .above }
    if exponent >= 0 {
      square = square << exponent
    } else {
      value = value << -exponent
    }
    return square == value ? .equal : square < value ? .below : .above
  }
}
