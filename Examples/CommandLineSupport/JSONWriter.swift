/// A writer of JSON text into a byte array; it puts the commas and the escapes.
///
/// Take the text out with ``take()`` as often as convenient to keep it small.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  private var needsComma: Bool = false
  private var breaksLine: Bool = false

  /// Creates a writer without text.
  public init() {}

  /// Returns the text so far and forgets it; the nesting goes on.
  public mutating func take() -> [UInt8] {
    let text = bytes
    bytes.removeAll(keepingCapacity: true)
    return text
  }

  /// The number of bytes that ``take()`` would return.
  public var count: Int { bytes.count }

  /// Writes an object, whose members the body writes.
  public mutating func object<E: Error>(
    _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Writes an array, whose elements the body writes.
  public mutating func array<E: Error>(
    _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    beginArray()
    try body(&self)
    endArray()
  }

  /// Begins an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Begins an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Ends an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of the next member.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes text.
  public mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a whole number; readers that keep numbers as doubles lose digits above 2^53.
  public mutating func value(_ number: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number; infinities and what is not a number become null.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: "\(number)".utf8)
  }

  /// Writes true or false.
  public mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a member with text; null when there is none.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member with a whole number.
  public mutating func member(_ name: String, _ number: some BinaryInteger) {
    key(name)
    value(number)
  }

  /// Writes a member with a number.
  public mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  /// Writes a member that is true or false.
  public mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Puts a line break in front of what is written next, behind its comma.
  public mutating func breakLine() {
    breaksLine = true
  }

  /// Ends the last value, or one of several that stand one per line, with a line feed.
  public mutating func endLine() {
    needsComma = false
    breaksLine = false
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    putLineBreak()
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    putLineBreak()
    needsComma = true
  }

  private mutating func putLineBreak() {
    if breaksLine { bytes.append(UInt8(ascii: "\n")) }
    breaksLine = false
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0a:
        bytes.append(contentsOf: "\\n".utf8)
      case 0x09:
        bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7f:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
