/// The events that need nothing but their name: hardware, software, caches.
enum GenericEvents {
  /// Whether a word is one of these, or a name that perf alone measures.
  static func contains(_ word: String) -> Bool {
    HardwareEvent(named: word) != nil || SoftwareEvent(named: word) != nil
      || CacheEvent.looksLikeCacheEvent(word) || ToolEvent(named: word) != nil
  }

  /// Every current name, for suggestions.
  static let names: [String] =
    HardwareEvent.allCases.flatMap(\.names) + SoftwareEvent.allCases.flatMap(\.names)
    + CacheEvent.all.map(\.name)
}
