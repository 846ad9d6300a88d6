/// Event descriptions of any sources, prepared for finding some among many.
///
/// An index is made once, for instance when a search field appears, and is asked at
/// each key. It is a snapshot: what sources say later is not in it.
public struct EventIndex: Sendable {
  /// What can be found, in the order in which it was given.
  public let definitions: [EventDefinition]
  let texts: SearchTexts

  /// Creates an index of tables.
  ///
  /// - Parameter tables: The tables.
  /// - Complexity: O(*n*) in the bytes of all names and descriptions.
  public init(_ tables: [EventTable]) {
    self.init(tables.flatMap(\.events))
  }

  /// Creates an index of definitions.
  ///
  /// - Parameter definitions: What can be found.
  /// - Complexity: O(*n*) in the bytes of all names and descriptions.
  public init(_ definitions: [EventDefinition]) {
    self.definitions = definitions
    self.texts = SearchTexts(definitions)
  }

  /// Finds the events that fit a query, the best first.
  ///
  /// A query is words with blanks between them, and an event fits if each word stands
  /// in its names, its topic or its descriptions. A word with `*`, `?` or `[` is a
  /// pattern that a whole name must fit. Letters of either case are the same. Names
  /// rank before descriptions, whole names before their beginnings and these before
  /// their middles, current events before deprecated ones, then short names before
  /// long ones. Without a word every event fits.
  ///
  /// - Parameters:
  ///   - query: Words and patterns.
  ///   - limit: The largest number of events to return.
  /// - Returns: The events found, the best first.
  /// - Complexity: O(*n*) in the bytes of all names and descriptions.
  public func search(_ query: String, limit: Int = 100) -> [SearchMatch] {
    let query = SearchQuery(query)
    var matches: [SearchMatch] = []
    for (index, quality) in texts.matches(of: query).enumerated() {
      guard let quality else { continue }
      matches.append(SearchMatch(definition: definitions[index], quality: quality, position: index))
    }
    matches.sort { $0.isBetter(than: $1) }
    return Array(matches.prefix(max(limit, 0)))
  }
}
