/// How many attributes a name has when all that stand for others are replaced.
///
/// The library replaces them without end or measure, into memory of a fixed size.
struct LibpfmExpansion {
  /// What attributes stand for, by their names in small letters.
  private let equivalents: [String: [String]]

  /// Attributes that stand for others that stand for others, more often than any do.
  private static let depthLimit = 8

  /// Takes the attributes of an event and of the one that it stands for.
  init(_ attributes: [LibpfmAttribute]) {
    var equivalents: [String: [String]] = [:]
    for attribute in attributes {
      guard let text = attribute.equivalent else { continue }
      let name: String = attribute.name.description.lowercased()
      let words: [String] = Self.words(of: text)
      // Of two attributes of a name, such as a unit mask and a flag, the larger one counts.
      if words.count > equivalents[name]?.count ?? 0 { equivalents[name] = words }
    }
    self.equivalents = equivalents
  }

  /// The names between colons and dots, in small letters and without values.
  static func words(of text: LibpfmText) -> [String] {
    text.description.lowercased().utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }.map { String(Substring($0.prefix { $0 != UInt8(ascii: "=") })) }
  }

  /// How many attributes a name stands for; more than the limit where that is unknown.
  func count(of name: String, depth: Int = 0) -> Int {
    guard let words = equivalents[name.lowercased()] else { return 1 }
    guard depth < Self.depthLimit else { return LibpfmEncoder.attributeLimit + 1 }
    return words.reduce(0) { sum, word in
      min(sum + count(of: word, depth: depth + 1), LibpfmEncoder.attributeLimit + 1)
    }
  }
}
