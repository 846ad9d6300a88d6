// Without this import a program that uses no other system module would be linked
// without the math library, which square roots and rounding call.
import Glibc

/// Powers of two that bring numbers into a range in which squares neither
/// overflow nor vanish.
enum Scale {
  /// The exponent of the power by which numbers up to `magnitude` are divided:
  /// -600, 0 or 600.
  ///
  /// Zero goes with any scale and so gets the least.
  static func fitting(_ magnitude: Double) -> Int {
    if magnitude > 0x1p480 { return 600 }
    return magnitude < 0x1p-300 ? -600 : 0
  }

  /// The value times 2^`exponent`, for exponents from -1200 to 1200.
  static func apply(_ exponent: Int, to value: Double) -> Double {
    if exponent == 0 { return value }
    // Half of the way each, for 2^1200 itself is no binary64 number.
    let factor = Double(sign: .plus, exponent: exponent / 2, significand: 1)
    return value * factor * factor
  }
}
