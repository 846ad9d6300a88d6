/// Which bits of a code are which term, for PMUs that this machine need not have.
struct CodeLayout: Sendable {
  /// A term and its bits.
  struct Field: Sendable {
    var name: String
    var format: TermFormat

    fileprivate var place: (word: String, bit: Int, name: String) {
      (format.word.rawValue, format.mask.trailingZeroBitCount, name)
    }
  }

  let fields: [Field]

  /// The layout of a kind of PMU on machines of a kind, such as `intel`.
  init(_ layout: CoreLayout, unit: PMUUnit) {
    let texts: [String: String] =
      switch layout {
      case .intel where unit.isCore: BuiltInLayouts.intelCore
      case .amd where unit.isCore: BuiltInLayouts.amdCore
      case .amd where unit.name == "amd_l3": BuiltInLayouts.amdCache
      case .arm where unit.isCore: BuiltInLayouts.armCore
      case .intel, .amd: BuiltInLayouts.anyUncore
      default: ["event": "config:0-63"]
      }
    // The event comes first, and the others as their bits do.
    fields = texts.compactMap { name, text in
      TermFormat(text).map { Field(name: name, format: $0) }
    }.sorted { $0.place < $1.place }
  }

  /// The terms that make a code, such as `event=0xa8,umask=0x1`.
  ///
  /// Bits that no term has are given as `config=` or `config1=` and so on in whole, so
  /// that the text never means another code.
  func terms(of words: EventWords) -> String {
    var texts: [String] = []
    for word in TermFormat.Word.allCases {
      let value: UInt64 = words[word]
      let own: [Field] = fields.filter { $0.format.word == word }
      var rest: UInt64 = value
      var parts: [String] = []
      for field in own where field.isMeant(in: words) {
        let number: UInt64 = field.format.unpacked(value)
        rest &= ~field.format.mask
        guard number != 0 || field.name == "event" else { continue }
        parts.append(
          field.format.width == 1 ? field.name : "\(field.name)=\(number.hexadecimal)")
      }
      if rest != 0 {
        texts.append("\(word.rawValue)=\(value.hexadecimal)")
      } else if value != 0 || word == .config {
        texts += parts
      }
    }
    return texts.joined(separator: ",")
  }

  /// The code that terms make; nil if one of them is unknown or does not fit.
  ///
  /// As in sysfs, a term of one bit needs no value.
  func words(of terms: Substring) -> EventWords? {
    var words = EventWords(config: 0)
    for term in terms.split(separator: ",") {
      let parts: [Substring] = term.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if Self.ignored.contains(parts[0]) { continue }
      guard let format = format(of: parts[0]),
        let value = parts.count == 2 ? NumberText.unsigned(parts[1]) : 1,
        format.fits(value), parts.count == 2 || format.width == 1
      else { return nil }
      words[format.word] |= format.packed(value)
    }
    return words
  }

  private func format(of name: Substring) -> TermFormat? {
    if TermFormat.Word(rawValue: String(name)) != nil { return TermFormat(String(name)) }
    return fields.first { $0.name == name }?.format
  }

  /// Terms that say how to sample and are no part of the code.
  private static let ignored: Set<Substring> = ["period", "freq", "name", "percore"]
}
