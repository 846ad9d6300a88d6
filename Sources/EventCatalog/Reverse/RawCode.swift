/// A code as a user writes it, without a name.
public struct RawCode: Hashable, Sendable {
  /// The PMU, nil if the text names none.
  public var unit: PMUUnit?
  /// The code.
  public var words: EventWords

  /// Creates a code.
  ///
  /// - Parameters:
  ///   - unit: The PMU, nil for any.
  ///   - words: The code.
  public init(unit: PMUUnit? = nil, words: EventWords) {
    self.unit = unit
    self.words = words
  }

  /// Reads a code: `r1a8`, `0x1a8`, `cpu/event=0xa8,umask=0x1/` or `event=0xa8,umask=0x1`.
  ///
  /// As in perf, a code behind an `r` is one of the cores; a plain number can be of any PMU.
  /// Modifiers behind the code, such as `:u`, are of no importance here.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - microarchitecture: Whose terms they are; nil takes Intel's.
  public init?(_ text: String, on microarchitecture: Microarchitecture? = nil) {
    self.init(text, layout: microarchitecture?.layout ?? .intel)
  }

  init?(_ text: String, layout: CoreLayout) {
    let words: [Substring] = text.split(separator: " ", maxSplits: 2)
    // What follows behind a space would be left out silently.
    guard words.count == 1, let trimmed = words.first, trimmed.utf8.count <= 4096
    else { return nil }
    if let slash = trimmed.firstIndex(of: "/") {
      let terms: Substring = trimmed[trimmed.index(after: slash)...]
      guard let end = terms.lastIndex(of: "/") else { return nil }
      self.init(terms: terms[..<end], pmu: trimmed[..<slash], layout: layout)
      return
    }
    let plain: Substring = trimmed.prefix { $0 != ":" }
    if plain.contains("=") {
      self.init(terms: plain, pmu: "", layout: layout)
      return
    }
    if let config = Self.raw(plain) {
      self.init(unit: .core, words: EventWords(config: config))
      return
    }
    guard plain.lowercased().hasPrefix("0x"), let config = NumberText.unsigned(plain) else {
      return nil
    }
    self.init(words: EventWords(config: config))
  }

  private init?(terms: Substring, pmu: Substring, layout: CoreLayout) {
    let unit: PMUUnit? = pmu.isEmpty ? nil : PMUUnit(withoutNumber: pmu)
    let codes = CodeLayout(layout, unit: unit ?? .core)
    let words: EventWords?
    if let config = Self.raw(terms) {
      words = EventWords(config: config)
    } else {
      words = terms.contains("=") ? codes.words(of: terms) : nil
    }
    guard let words else { return nil }
    self.init(unit: unit, words: words)
  }

  /// The number behind the letter of raw codes.
  private static func raw(_ text: Substring) -> UInt64? {
    guard text.first == "r" || text.first == "R" else { return nil }
    let digits: Substring = text.dropFirst()
    return NumberText.hexadecimal(digits.hasPrefix("0x") ? digits.dropFirst(2) : digits)
  }
}

extension PMUUnit {
  /// The kind of a PMU by its name on a machine: `uncore_cbox_0` is an `uncore_cbox`.
  init(withoutNumber name: Substring) {
    self.init(PMUNamePattern.stem(of: String(name)))
  }
}
