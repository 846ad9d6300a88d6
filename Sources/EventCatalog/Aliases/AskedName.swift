/// A name as a user types it, taken apart.
struct AskedName {
  /// The whole text.
  let text: String
  /// The name without a PMU and without slashes.
  let plain: String
  /// The PMU before `::` or a slash, empty if there is none.
  let pmu: String

  init(_ text: String) {
    self.text = text
    if let separator = text.firstRange(of: "::") {
      pmu = String(text[..<separator.lowerBound])
      plain = String(text[separator.upperBound...])
    } else if text.hasSuffix("/"), !text.lowercased().hasPrefix("power/"),
      let slash = text.firstIndex(of: "/"), text.index(after: slash) < text.endIndex
    {
      pmu = String(text[..<slash])
      plain = String(text[text.index(after: slash)...].dropLast())
    } else {
      pmu = ""
      plain = text
    }
  }

  /// Whether a name is the one that was typed, letters of either case being equal.
  func isExactly(_ name: String) -> Bool {
    let own: String = name.lowercased()
    return own == text.lowercased() || own == plain.lowercased()
      || own.hasSuffix("::" + plain.lowercased())
  }

  /// The code, if the text is one.
  func code(layout: CoreLayout) -> EncodingKey? {
    RawCode(text, layout: layout).map { EncodingKey(unit: $0.unit ?? .core, words: $0.words) }
  }
}
