/// Names of events in the languages of tools other than perf.
enum ForeignName {
  /// What a name of another tool may consist of.
  static func belongs(_ byte: UInt8) -> Bool {
    WordCharacters.belongsToValue(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "~")
  }

  /// Whether a text has the form of another tool's name.
  static func isPlausible(_ text: String) -> Bool {
    guard let first = text.utf8.first, WordCharacters.isLetter(first) else { return false }
    return text.utf8.allSatisfy(belongs) && text.utf8.contains(UInt8(ascii: ":"))
  }
}
