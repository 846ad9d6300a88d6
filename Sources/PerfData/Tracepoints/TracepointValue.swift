/// The value of a tracepoint's field, copied out of a sample.
///
/// It is the convenient form; for many samples, read a ``TracepointField`` instead.
public enum TracepointValue: Hashable, Sendable {
  /// A number with a sign.
  case signed(Int64)
  /// A number without a sign.
  case unsigned(UInt64)
  /// An address.
  case pointer(UInt64)
  /// Text, with replacement characters for what is not UTF-8.
  case text(String)
  /// Numbers with a sign.
  case signedIntegers([Int64])
  /// Numbers without a sign.
  case unsignedIntegers([UInt64])
  /// Bytes in the byte order of the recording.
  case bytes([UInt8])

  /// Copies the value of a field, or gives nothing when it is not all there.
  init?(_ field: TracepointField, in raw: RawSpan) {
    switch field.kind {
    case .integer, .pointer:
      guard let bits = field.loadBits(in: raw) else { return nil }
      if field.kind == .pointer {
        self = .pointer(bits)
      } else if field.isSigned, let number = field.signed(bits, size: field.size) {
        self = .signed(number)
      } else {
        self = .unsigned(bits)
      }
    case .text:
      guard let text = field.string(in: raw) else { return nil }
      self = .text(text)
    case .integers:
      guard let integers = field.integers(in: raw) else { return nil }
      let numbers = integers.array
      self =
        field.isSigned
        ? .signedIntegers(numbers.map { Int64(bitPattern: $0) }) : .unsignedIntegers(numbers)
    case .structure:
      guard let bytes = field.bytes(in: raw) else { return nil }
      self = .bytes(Array(copying: bytes))
    }
  }

  /// The number, if it is a single one that a signed integer can hold.
  public var integer: Int64? {
    switch self {
    case .signed(let number): number
    case .unsigned(let number), .pointer(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// The text, if it is text.
  public var string: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension TracepointValue: CustomStringConvertible {
  /// The value as text: numbers in decimal, addresses and bytes in hexadecimal digits.
  public var description: String {
    switch self {
    case .signed(let number): "\(number)"
    case .unsigned(let number): "\(number)"
    case .pointer(let address): "0x" + String(address, radix: 16)
    case .text(let text): text
    case .signedIntegers(let numbers): "[" + numbers.map(String.init).joined(separator: ", ") + "]"
    case .unsignedIntegers(let numbers):
      "[" + numbers.map { String($0) }.joined(separator: ", ") + "]"
    case .bytes(let bytes):
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
