/// A reader of the table of concepts.
///
/// A row is a name, a category, a sentence in quotes and fields `key=value,value`;
/// lines that begin with a blank continue the row above. The keys `generic` and `preset`
/// list names that go by the same idea; every other key is a microarchitecture, a
/// lineage of generic events, a vendor's layout or `any`, and lists seeds. The table
/// is part of the package, and a test reads all of it.
enum ConceptText {
  static func concepts(_ text: String) -> [Concept] {
    text.continuedRows.compactMap(concept)
  }

  private static func concept(_ text: String) -> Concept? {
    let parts: [Substring] = text.parts("\"", maxSplits: 2, omittingEmpty: false)
    let head: [Substring] = parts.first?.parts(" ") ?? []
    guard parts.count == 3, head.count == 2,
      let category = ConceptCategory(rawValue: String(head[1]))
    else { return nil }
    var fields: [String: [String]] = [:]
    for field in parts[2].parts(" ") {
      let pair: [Substring] = field.parts("=", maxSplits: 1)
      guard let key = pair.first else { continue }
      // A scope without seeds says that there is no such event.
      fields[String(key), default: []] +=
        pair.count == 2 ? pair[1].parts(",").map(String.init) : []
    }
    let generic: [String] = fields.removeValue(forKey: "generic") ?? []
    let presets: [String] = fields.removeValue(forKey: "preset") ?? []
    let sentence: String = parts[1].parts(" ").joined(separator: " ")
    return Concept(
      name: String(head[0]), category: category, summary: sentence, genericNames: generic,
      presets: presets, seeds: fields.mapValues { $0.compactMap(ConceptSeed.init) })
  }
}
