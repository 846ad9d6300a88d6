/// The names in formulas of LIKWID's groups.
enum LIKWIDFormulaNames {
  /// The names in the order of their first use; nil if the text is no formula.
  ///
  /// Names before a parenthesis are functions and left out. A counter may stand with
  /// its options, as in `PMC3:EDGEDETECT`.
  static func names(in formula: String) -> [String]? {
    let bytes: [UInt8] = Array(formula.utf8)
    var names: [String] = []
    var seen: Set<String> = []
    var depth: Int = 0
    var index: Int = 0
    while index < bytes.count {
      let start: Int = index
      index += 1
      switch bytes[start] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { return nil }
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
        UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: ","):
        break
      case let byte where NumberText.isDigit(byte) || byte == UInt8(ascii: "."):
        guard let end = NumberText.endOfFraction(bytes, from: start) else { return nil }
        index = end
      case let byte where isLetter(byte):
        index = endOfName(bytes, from: start)
        let isFunction: Bool = index < bytes.count && bytes[index] == UInt8(ascii: "(")
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        if !isFunction, seen.insert(name).inserted { names.append(name) }
      default: return nil
      }
    }
    return depth == 0 ? names : nil
  }

  /// The counter of a name, which may have options behind it.
  static func counter(of name: String) -> String {
    String(name.prefix { $0 != ":" })
  }

  private static func endOfName(_ bytes: [UInt8], from start: Int) -> Int {
    var index: Int = start
    var hasOptions: Bool = false
    while index < bytes.count {
      let byte: UInt8 = bytes[index]
      if byte == UInt8(ascii: ":") { hasOptions = true }
      let isPart: Bool =
        isLetter(byte) || NumberText.isDigit(byte)
        || hasOptions && (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="))
      guard isPart else { break }
      index += 1
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    WordCharacters.startsName(byte)
  }
}
