/// What a field of an event that describes itself holds, in the form that its provider chose.
public indirect enum SelfDescribingValue: Hashable, Sendable {
  /// A number without a sign.
  case unsigned(UInt64)
  /// A number with a sign.
  case signed(Int64)
  /// A number that is meant to be shown in hexadecimal digits, such as an address.
  case hexadecimal(UInt64)
  /// A truth value: 0 is false, 1 is true, others are what the provider wrote.
  case boolean(Int32)
  /// A number of single precision.
  case float(Float)
  /// A number of double precision.
  case double(Double)
  /// A number of an error of the system.
  case errorNumber(Int32)
  /// A number of a process.
  case process(Int32)
  /// The seconds since the begin of 1970.
  case time(Int64)
  /// A port of a network protocol.
  case port(UInt16)
  /// Text or a character, with replacement characters for what is not Unicode.
  case text(String)
  /// Bytes as they stand in the sample.
  case bytes([UInt8])
  /// The sixteen bytes of a universally unique identifier.
  case uuid([UInt8])
  /// The four or sixteen bytes of an address of the Internet.
  case internetAddress([UInt8])
  /// Values of one form.
  case array([SelfDescribingValue])
  /// Fields that belong together.
  case structure([SelfDescribingField])
}

extension SelfDescribingValue: CustomStringConvertible {
  /// The value as text; arrays stand in brackets and structures in braces.
  public var description: String {
    switch self {
    case .unsigned(let number): "\(number)"
    case .signed(let number), .time(let number): "\(number)"
    case .hexadecimal(let number): "0x" + String(number, radix: 16)
    case .boolean(let number): number == 0 ? "false" : number == 1 ? "true" : "\(number)"
    case .float(let number): "\(number)"
    case .double(let number): "\(number)"
    case .errorNumber(let number), .process(let number): "\(number)"
    case .port(let number): "\(number)"
    case .text(let text): text
    case .bytes(let bytes): bytes.map(hexadecimal).joined(separator: " ")
    case .uuid(let bytes):
      [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { part in
        bytes.indices.filter(part.contains).map { hexadecimal(bytes[$0]) }.joined()
      }.joined(separator: "-")
    case .internetAddress(let bytes) where bytes.count == 4:
      bytes.map { "\($0)" }.joined(separator: ".")
    case .internetAddress(let bytes):
      stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
      }.joined(separator: ":")
    case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .structure(let fields):
      "{" + fields.map { "\($0.name)=\($0.value)" }.joined(separator: ", ") + "}"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
