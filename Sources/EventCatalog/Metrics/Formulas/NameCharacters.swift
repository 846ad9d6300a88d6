/// The bytes of which words in formulas consist.
enum NameCharacters {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    WordCharacters.isLetter(byte) || NumberText.isDigit(byte)
  }

  /// Bytes that stand in perf's names without an escape.
  static func isOfPerf(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "@"),
      UInt8(ascii: "?"):
      true
    default: isLetterOrDigit(byte)
    }
  }

  /// Bytes of a literal, which swallows a hyphen as well.
  static func isOfLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: isLetterOrDigit(byte)
    }
  }

  /// The words that have a meaning of their own in perf's formulas.
  static func isKeyword(_ word: some StringProtocol) -> Bool {
    switch word {
    case "if", "else", "min", "max", "d_ratio", "source_count", "aggr_nr", "has_event",
      "strcmp_cpuid_str", "NaN":
      true
    default: false
    }
  }

  /// Where a number of perf's formulas ends that starts at a place, or nil without one.
  ///
  /// It is digits with at most one point, and an exponent without a plus sign.
  static func endOfPerfNumber(_ bytes: [UInt8], from start: Int) -> Int? {
    let isDigit: (Int) -> Bool = { $0 < bytes.count && NumberText.isDigit(bytes[$0]) }
    var end: Int = start
    while isDigit(end) { end += 1 }
    var digits: Int = end - start
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let point: Int = end
      end += 1
      while isDigit(end) { end += 1 }
      digits += end - point - 1
    }
    guard digits > 0 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: "e") {
      let hasSign: Bool = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "-")
      var exponent: Int = end + (hasSign ? 2 : 1)
      if isDigit(exponent) {
        while isDigit(exponent) { exponent += 1 }
        end = exponent
      }
    }
    return end
  }
}
