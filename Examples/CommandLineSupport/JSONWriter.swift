/// A writer of JSON text into memory; it puts the commas and the escapes.
///
/// Take the text out with ``take()`` or ``flush(to:)`` as often as convenient to
/// keep it small.
public struct JSONWriter: ~Copyable {
  private var text: TextBuffer = TextBuffer()
  private var needsComma: Bool = false
  private var breaksLine: Bool = false

  /// Creates a writer without text.
  public init() {}

  /// Returns the text so far and forgets it; the nesting goes on.
  public mutating func take() -> [UInt8] {
    let bytes = text.bytes
    text.removeAll()
    return bytes
  }

  /// Writes the text so far to an output and forgets it; the nesting goes on.
  public mutating func flush(to output: inout Output) throws(OutputError) {
    try output.write(text)
    text.removeAll()
  }

  /// The number of bytes that ``take()`` would return.
  public var count: Int { text.count }

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
    text.append(ascii: ":")
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
    text.append(String(number))
  }

  /// Writes a whole number; readers that keep numbers as doubles lose digits above 2^53.
  public mutating func value(_ number: Int64) {
    separate()
    text.append(decimal: number)
  }

  /// Writes a whole number; readers that keep numbers as doubles lose digits above 2^53.
  public mutating func value(_ number: UInt64) {
    separate()
    text.append(decimal: number)
  }

  /// Writes an address as text in hexadecimal digits, with 0x in front.
  public mutating func value(hexadecimal number: UInt64) {
    separate()
    text.append("\"0x")
    text.append(hexadecimal: number)
    text.append(ascii: "\"")
  }

  /// Writes a number; infinities and what is not a number become null.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    text.append("\(number)")
  }

  /// Writes true or false.
  public mutating func value(_ truth: Bool) {
    separate()
    text.append(truth ? "true" : "false")
  }

  /// Writes null.
  public mutating func null() {
    separate()
    text.append("null")
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
    text.append(ascii: "\n")
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    text.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    putLineBreak()
    text.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text.append(ascii: ",") }
    putLineBreak()
    needsComma = true
  }

  private mutating func putLineBreak() {
    if breaksLine { text.append(ascii: "\n") }
    breaksLine = false
  }

  private mutating func quote(_ content: String) {
    text.append(ascii: "\"")
    var content = content
    content.withUTF8 { bytes in
      var index: Int = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        index += 1
        if byte >= 0x20 && byte != 0x22 && byte != 0x5c && byte != 0x7f && byte != 0xc2 {
          text.append(byte)
        } else if unsafe byte == 0xc2 && index < bytes.count && bytes[index] < 0xa0 {
          // Control characters beyond ASCII, which terminals obey as well.
          unsafe escapeNumber(bytes[index])
          index += 1
        } else {
          escape(byte)
        }
      }
    }
    text.append(ascii: "\"")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      text.append(ascii: "\\")
      text.append(byte)
    case 0x0a: text.append("\\n")
    case 0x09: text.append("\\t")
    case 0..<0x20, 0x7f: escapeNumber(byte)
    default: text.append(byte)
    }
  }

  private mutating func escapeNumber(_ character: UInt8) {
    text.append("\\u00")
    text.append(hexadecimal: UInt64(character), width: 2, filler: "0")
  }
}
