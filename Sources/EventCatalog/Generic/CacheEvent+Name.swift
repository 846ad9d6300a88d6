extension CacheEvent {
  /// What the name of a cache event comes to.
  enum Reading: Equatable {
    case event(CacheEvent)
    /// The words are known, but the cache cannot do that.
    case impossible(cache: Cache)
  }

  /// Reads `CACHE[-OPERATION][-RESULT]`, the last two in either order.
  ///
  /// Without an operation it is loads, without a result accesses. Letters may be of
  /// either case.
  static func reading(of name: String) -> Reading? {
    let lowered: String = name.lowercased()
    for cache in Cache.allCases {
      for word in cache.words.map({ $0.lowercased() }) where lowered.hasPrefix(word) {
        let rest: Substring = lowered.dropFirst(word.count)
        if let reading = reading(of: rest, cache: cache) { return reading }
      }
    }
    return nil
  }

  private static func reading(of rest: Substring, cache: Cache) -> Reading? {
    var operation: Operation?
    var result: Result?
    var rest: Substring = rest
    while !rest.isEmpty {
      if operation == nil, let (found, tail) = leading(Operation.allCases, \.words, of: rest) {
        (operation, rest) = (found, tail)
      } else if result == nil, let (found, tail) = leading(Result.allCases, \.words, of: rest) {
        (result, rest) = (found, tail)
      } else {
        return nil
      }
    }
    guard cache.operations.contains(operation ?? .load) else { return .impossible(cache: cache) }
    return .event(
      CacheEvent(cache: cache, operation: operation ?? .load, result: result ?? .access))
  }

  /// The case of which a word stands behind a hyphen, and what is behind the word.
  private static func leading<Case>(
    _ cases: [Case], _ words: (Case) -> [String], of text: Substring
  ) -> (Case, Substring)? {
    for candidate in cases {
      for word in words(candidate) {
        let prefix: String = "-" + word.lowercased()
        guard text.hasPrefix(prefix) else { continue }
        let rest: Substring = text.dropFirst(prefix.count)
        if rest.isEmpty || rest.hasPrefix("-") { return (candidate, rest) }
      }
    }
    return nil
  }

  /// Whether the words are those of a cache event, possible or not.
  static func looksLikeCacheEvent(_ name: String) -> Bool {
    reading(of: name) != nil
  }
}
