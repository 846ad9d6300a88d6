/// A place where the code of a concept is looked for.
enum ConceptSeed: Hashable, Sendable {
  /// The name of an event in the language of the vendor.
  case name(String)
  /// The name of a generic event, of which the kernel's code is known.
  case generic(String)
  /// The code itself, where names lie or differ too much.
  case code(EventWords)

  /// Reads `@generic-name`, `#code` or `NAME`.
  init?(_ text: String) {
    if text.hasPrefix("@") {
      self = .generic(String(text.dropFirst()))
    } else if text.hasPrefix("#") {
      guard let words = EventWords(hexadecimal: text.dropFirst()) else { return nil }
      self = .code(words)
    } else {
      self = .name(text)
    }
  }
}
