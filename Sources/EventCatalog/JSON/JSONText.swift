/// Decodes the texts of a JSON file.
enum JSONText {
  /// The text of a slice; numbers and truth values as they are written.
  ///
  /// Invalid UTF-8, escapes that make no sense and halves of surrogate pairs become
  /// replacement characters.
  static func decoded(_ slice: JSONSlice, of bytes: [UInt8]) -> String {
    guard slice.kind == .escapedText else {
      return String(decoding: bytes[slice.start..<slice.end], as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(slice.end - slice.start)
    var index: Int = slice.start
    while index < slice.end {
      let byte: UInt8 = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index = appendEscape(from: bytes, at: index + 1, end: slice.end, to: &text)
      } else {
        text.append(byte)
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what an escape stands for, and returns where the text goes on.
  private static func appendEscape(
    from bytes: [UInt8], at index: Int, end: Int, to text: inout [UInt8]
  ) -> Int {
    guard index < end else { return end }
    switch bytes[index] {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "u"): return appendScalar(from: bytes, at: index + 1, end: end, to: &text)
    case let byte: text.append(byte)
    }
    return index + 1
  }

  private static func appendScalar(
    from bytes: [UInt8], at index: Int, end: Int, to text: inout [UInt8]
  ) -> Int {
    var next: Int = index
    var scalar: UInt32? = hexadecimal(bytes, at: index, end: end)
    if scalar != nil { next += 4 }
    if let high = scalar, 0xd800..<0xdc00 ~= high, next + 6 <= end,
      bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(bytes, at: next + 2, end: end), 0xdc00..<0xe000 ~= low
    {
      scalar = 0x1_0000 + (high - 0xd800) << 10 + (low - 0xdc00)
      next += 6
    }
    let character: Unicode.Scalar = scalar.flatMap(Unicode.Scalar.init) ?? "\u{fffd}"
    text.append(contentsOf: String(character).utf8)
    return next
  }

  /// The number that four digits say.
  private static func hexadecimal(_ bytes: [UInt8], at index: Int, end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var number: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = HexadecimalDigit.value(byte) else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}

/// The digits of hexadecimal numbers.
enum HexadecimalDigit {
  /// The value of a digit in either case, or nil.
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }
}
