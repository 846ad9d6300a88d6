/// The bytes of which the words of an expression consist.
enum WordCharacters {
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What the name of a group can start with.
  static func startsName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_")
  }

  /// Letters, digits and what patterns consist of.
  static func belongsToName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "?"),
      UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"),
      UInt8(ascii: "@"):
      true
    default: isLetter(byte) || NumberText.isDigit(byte)
    }
  }

  /// Values of terms may hold colons as well.
  static func belongsToValue(_ byte: UInt8) -> Bool {
    belongsToName(byte) || byte == UInt8(ascii: ":")
  }
}
