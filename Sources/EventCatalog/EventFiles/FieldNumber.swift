/// A number of an event file, and how it was written.
struct FieldNumber {
  var value: UInt64
  var isHexadecimal: Bool

  /// Appends the number as perf's tables write it: what was decimal stays so, the rest
  /// is decimal below ten only.
  func append(to text: inout [UInt8]) {
    if isHexadecimal && value >= 10 {
      text.append(contentsOf: "0x".utf8)
      Self.append(value, radix: 16, to: &text)
    } else {
      Self.append(value, radix: 10, to: &text)
    }
  }

  private static func append(_ value: UInt64, radix: UInt64, to text: inout [UInt8]) {
    var divisor: UInt64 = 1
    while value / divisor >= radix { divisor *= radix }
    while divisor > 0 {
      let digit: UInt8 = UInt8(truncatingIfNeeded: value / divisor % radix)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      divisor /= radix
    }
  }
}
