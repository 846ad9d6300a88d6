internal import PerfEvent

/// A loop over the fields of a message in the form of protocol buffers.
///
/// It knows numbers of variable or fixed size and fields with a length, which is
/// all that recordings hold; groups end the message with an error.
struct ProtobufReader: ~Escapable {
  /// A field of a message.
  struct Field: ~Escapable {
    let number: UInt64
    /// The number; 0 for a field with a length.
    let value: UInt64
    /// The bytes of a field with a length; none for a number.
    let bytes: RawSpan
    private let base: UInt64

    @_lifetime(copy bytes)
    init(number: UInt64, value: UInt64, bytes: RawSpan, base: UInt64) {
      self.number = number
      self.value = value
      self.bytes = bytes
      self.base = base
    }

    var text: String {
      unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The field as a message of its own.
    var reader: ProtobufReader {
      @_lifetime(copy self)
      get { ProtobufReader(bytes, base: base) }
    }
  }

  private var cursor: ByteCursor

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, base: UInt64) {
    cursor = ByteCursor(bytes, byteOrder: .littleEndian, subject: "message", base: base)
  }

  /// Moves to the next field.
  @_lifetime(copy self)
  mutating func next() throws(PerfDataError) -> Field? {
    guard cursor.remaining > 0 else { return nil }
    let tag = try readVariable()
    var value: UInt64 = 0
    var count = 0
    switch tag & 7 {
    case 0: value = try readVariable()
    case 1: value = try cursor.readUInt64()
    case 5: value = UInt64(try cursor.readUInt32())
    case 2:
      let size = try readVariable()
      guard size <= UInt64(clamping: cursor.remaining) else {
        throw cursor.impossible(count: size, limit: cursor.remaining)
      }
      count = Int(truncatingIfNeeded: size)
    default:
      throw PerfDataError(
        .unsupported, subject: "message", offset: cursor.base &+ UInt64(cursor.position),
        detail: "a field of form \(tag & 7)")
    }
    let base = cursor.base &+ UInt64(clamping: cursor.position)
    return Field(number: tag >> 3, value: value, bytes: try cursor.readBytes(count), base: base)
  }

  /// Collects the numbers of one field, which may stand alone or packed.
  consuming func numbers(of number: UInt64) throws(PerfDataError) -> [UInt64] {
    var reader = self
    var numbers: [UInt64] = []
    while let field = try reader.next() {
      guard field.number == number else { continue }
      if field.bytes.byteCount == 0 {
        numbers.append(field.value)
        continue
      }
      var packed = field.reader
      while packed.cursor.remaining > 0 { numbers.append(try packed.readVariable()) }
    }
    return numbers
  }

  /// Reads a number of seven bits a byte, lowest first.
  @_lifetime(self: copy self)
  private mutating func readVariable() throws(PerfDataError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = try cursor.readUInt8()
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    throw PerfDataError(
      .invalidSize, subject: "number of a message",
      offset: cursor.base &+ UInt64(clamping: cursor.position), value: 11, limit: 10)
  }
}
