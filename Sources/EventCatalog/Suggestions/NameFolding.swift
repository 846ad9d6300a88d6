/// What makes no difference between names: case, and kinds of separators.
enum NameFolding {
  /// The byte, in lower case if it is a letter of ASCII.
  static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The byte in lower case, or `_` for what is neither a letter nor a digit.
  static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    default: byte < 0x80 ? separator : byte
    }
  }

  static let separator: UInt8 = UInt8(ascii: "_")
}
