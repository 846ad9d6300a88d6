extension TextBuffer {
  /// Appends a number in decimal digits.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - width: The least number of characters.
  ///   - filler: What stands in front up to the width; zeros or spaces.
  public mutating func append(
    decimal number: UInt64, width: Int = 0, filler: Unicode.Scalar = " "
  ) {
    let length = max(TextBuffer.digits(number), width)
    reserve(length)
    used += length
    var place = used
    var rest = number
    // A division for two digits takes half the time.
    while rest >= 100 {
      let pair = UInt8(truncatingIfNeeded: rest % 100)
      rest /= 100
      place -= 2
      unsafe memory[place] = 48 + pair / 10
      unsafe memory[place + 1] = 48 + pair % 10
    }
    repeat {
      place -= 1
      unsafe memory[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest != 0
    fill((used - length)..<place, with: filler)
  }

  private mutating func fill(_ places: Range<Int>, with filler: Unicode.Scalar) {
    for place in places { unsafe memory[place] = UInt8(ascii: filler) }
  }

  /// Appends the last digits of a number, always so many.
  @inlinable
  @inline(__always)
  public mutating func append(lastDigits count: Int, of number: UInt32) {
    reserve(count)
    used &+= count
    var (place, rest) = (used, number)
    for _ in 0..<count {
      place &-= 1
      unsafe memory[place] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// The number of decimal digits of a number.
  private static func digits(_ number: UInt64) -> Int {
    var (count, rest) = (1, number)
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    if rest >= 100 {
      rest /= 100
      count += 2
    }
    return rest >= 10 ? count + 1 : count
  }

  /// Appends a signed number in decimal digits.
  public mutating func append(decimal number: Int64, width: Int = 0) {
    guard number < 0 else { return append(decimal: number.magnitude, width: width) }
    pad(TextBuffer.digits(number.magnitude) + 1, to: width)
    append(ascii: "-")
    append(decimal: number.magnitude)
  }

  /// Appends a number in hexadecimal digits, with spaces in front up to a width.
  public mutating func append(
    hexadecimal number: UInt64, width: Int = 0, filler: Unicode.Scalar = " "
  ) {
    let digits = max(1, (67 - number.leadingZeroBitCount) / 4)
    let length = max(digits, width)
    reserve(length)
    used += length
    var place = used
    var rest = number
    repeat {
      place -= 1
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      unsafe memory[place] = digit < 10 ? 48 + digit : 87 + digit
      rest >>= 4
    } while rest != 0
    fill((used - length)..<place, with: filler)
  }
}
