/// Text that is put together byte by byte, for output of millions of lines.
///
/// It keeps its memory when it is emptied, so that a line costs no allocation.
public struct TextBuffer {
  /// The bytes so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty buffer.
  public init() {}

  /// The number of bytes so far.
  public var count: Int { bytes.count }

  /// Forgets the bytes and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends a letter of ASCII.
  public mutating func append(_ letter: Unicode.Scalar) {
    bytes.append(UInt8(ascii: letter))
  }

  /// Appends bytes.
  public mutating func append(contentsOf more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// Appends borrowed bytes.
  public mutating func append(contentsOf more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends text, with spaces in front up to a width in bytes.
  public mutating func append(_ text: String, width: Int = 0) {
    pad(text.utf8.count, to: width)
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends a number in decimal digits.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - width: The least number of characters.
  ///   - filler: What stands in front up to the width; zeros or spaces.
  public mutating func append(
    decimal number: UInt64, width: Int = 0, filler: Unicode.Scalar = " "
  ) {
    append(number, radix: 10, width: width, filler: filler)
  }

  /// Appends a signed number in decimal digits.
  public mutating func append(decimal number: Int64, width: Int = 0) {
    guard number < 0 else { return append(decimal: number.magnitude, width: width) }
    var digits = TextBuffer()
    digits.append(decimal: number.magnitude)
    pad(digits.count + 1, to: width)
    append("-" as Unicode.Scalar)
    append(contentsOf: digits.bytes)
  }

  /// Appends a number in hexadecimal digits, with spaces in front up to a width.
  public mutating func append(
    hexadecimal number: UInt64, width: Int = 0, filler: Unicode.Scalar = " "
  ) {
    append(number, radix: 16, width: width, filler: filler)
  }

  /// Appends bytes left-aligned, with spaces behind up to a width.
  public mutating func append(leftAligned text: String, width: Int) {
    bytes.append(contentsOf: text.utf8)
    pad(text.utf8.count, to: width)
  }

  /// Appends spaces that a text of some length lacks to a width.
  public mutating func pad(_ count: Int, to width: Int, with filler: Unicode.Scalar = " ") {
    if count < width {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: filler), count: width - count))
    }
  }

  private mutating func append(
    _ number: UInt64, radix: UInt64, width: Int, filler: Unicode.Scalar
  ) {
    var digits: InlineArray<20, UInt8> = InlineArray(repeating: 0)
    var start = 20
    var rest = number
    repeat {
      start -= 1
      let digit = UInt8(truncatingIfNeeded: rest % radix)
      digits[start] = digit < 10 ? 48 + digit : 87 + digit
      rest /= radix
    } while rest != 0
    pad(20 - start, to: width, with: filler)
    for index in start..<20 { bytes.append(digits[index]) }
  }
}
