extension Concept {
  /// Every concept, those about the same things next to each other.
  public static let all: [Concept] = texts.flatMap(ConceptText.concepts)

  /// The tables of all categories.
  static let texts: [String] = [
    progress, branchTexts, dataTexts, cacheTexts, pipelineTexts, systemTexts,
  ]

  private static let byName: [String: Concept] = {
    var names: [String: Concept] = [:]
    for concept in all { names[concept.name.lowercased()] = concept }
    return names
  }()

  /// Returns the concept with a name.
  ///
  /// - Parameter name: The name, in letters of either case; `sw:` and `rapl:` may be
  ///   missing.
  /// - Returns: The concept, or nil if there is none.
  public static func named(_ name: String) -> Concept? {
    let word: String = name.lowercased()
    return byName[word] ?? byName["sw:" + word] ?? byName["rapl:" + word]
  }
}
