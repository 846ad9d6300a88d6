internal import Glibc

/// Text that is put together byte by byte, for output of millions of lines.
///
/// It keeps its memory when it is emptied, so that a line costs no allocation.
@safe
public struct TextBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int = 1 << 12
  /// The number of bytes so far.
  public private(set) var count: Int = 0

  /// Creates an empty buffer.
  public init() {
    unsafe memory = .allocate(capacity: 1 << 12)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// A copy of the bytes so far, in UTF-8.
  public var bytes: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: memory, count: count))
  }

  /// Forgets the bytes and keeps the memory.
  public mutating func removeAll() {
    count = 0
  }

  /// Makes room for more bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    let size = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    unsafe moved.initialize(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = moved
    capacity = size
  }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[count] = byte
    count += 1
  }

  /// Appends a letter of ASCII.
  public mutating func append(ascii letter: Unicode.Scalar) {
    append(UInt8(ascii: letter))
  }

  /// Appends bytes.
  public mutating func append(contentsOf more: [UInt8]) {
    unsafe more.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends borrowed bytes.
  public mutating func append(contentsOf more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe append($0) }
  }

  @unsafe
  private mutating func append(_ more: UnsafeRawBufferPointer) {
    guard let start = more.baseAddress else { return }
    reserve(more.count)
    unsafe memcpy(memory + count, start, more.count)
    count += more.count
  }

  /// Appends text, with spaces in front up to a width in bytes.
  public mutating func append(_ text: String, width: Int = 0) {
    pad(text.utf8.count, to: width)
    for byte in text.utf8 { append(byte) }
  }

  /// Appends bytes, with spaces in front up to a width.
  public mutating func append(contentsOf more: [UInt8], width: Int) {
    pad(more.count, to: width)
    append(contentsOf: more)
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
    reserve(max(20, width))
    let length = max(TextBuffer.digits(number), width)
    var place = count + length
    var rest = number
    repeat {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe memory[place] = 48 + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest != 0
    fill(count..<place, with: filler)
    count += length
  }

  private mutating func fill(_ places: Range<Int>, with filler: Unicode.Scalar) {
    for place in places { unsafe memory[place] = UInt8(ascii: filler) }
  }

  /// The number of decimal digits of a number.
  private static func digits(_ number: UInt64) -> Int {
    var (count, limit): (Int, UInt64) = (1, 10)
    while number >= limit {
      count += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    return count
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
    reserve(max(16, width))
    let digits = max(1, (67 - number.leadingZeroBitCount) / 4)
    let length = max(digits, width)
    var place = count + length
    var rest = number
    repeat {
      place -= 1
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      unsafe memory[place] = digit < 10 ? 48 + digit : 87 + digit
      rest >>= 4
    } while rest != 0
    fill(count..<place, with: filler)
    count += length
  }

  /// Appends text left-aligned, with spaces behind up to a width in bytes.
  public mutating func append(leftAligned text: String, width: Int) {
    append(text)
    pad(text.utf8.count, to: width)
  }

  /// Appends spaces that a text of some length lacks to a width.
  public mutating func pad(_ length: Int, to width: Int) {
    guard length < width else { return }
    reserve(width - length)
    fill(count..<(count + width - length), with: " ")
    count += width - length
  }
}
