/// Numbers as they stand in expressions and in sysfs.
enum NumberText {
  /// A decimal or `0x` number that fits into 64 bits.
  static func unsigned(_ text: some StringProtocol) -> UInt64? {
    let lowered: String = text.lowercased()
    return lowered.hasPrefix("0x") ? hexadecimal(lowered.dropFirst(2)) : decimal(lowered)
  }

  /// A number as expressions are printed: small ones decimal.
  static func shown(_ number: UInt64) -> String {
    number < 10 ? String(number) : number.hexadecimal
  }

  static func hexadecimal(_ text: some StringProtocol) -> UInt64? {
    guard !text.isEmpty, text.utf8.allSatisfy(isHexadecimalDigit) else { return nil }
    return UInt64(text, radix: 16)
  }

  private static func decimal(_ text: some StringProtocol) -> UInt64? {
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return nil }
    return UInt64(text)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
