/// The names in formulas of event files.
enum FormulaNames {
  /// A formula with names replaced.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - meanings: What to put in the place of which name.
  /// - Returns: The new formula.
  static func replaced(in formula: String, by meanings: [String: String]) -> String {
    var text: [UInt8] = []
    var name: [UInt8] = []
    for byte in Array(formula.utf8) + [0] {
      if isPartOfName(byte) {
        name.append(byte)
        continue
      }
      if !name.isEmpty {
        let word: String = String(decoding: name, as: UTF8.self)
        text.append(contentsOf: (meanings[word] ?? word).utf8)
        name.removeAll(keepingCapacity: true)
      }
      if byte != 0 { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    NumberText.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || WordCharacters.isLetter(byte)
  }
}
