/// Event descriptions of any sources, prepared for finding some among many.
///
/// An index is made once, for instance when a search field appears, and is asked at
/// each key. It is a snapshot: what sources say later is not in it.
public struct EventIndex: Sendable {
  /// The events that can be found, in the order in which they were given.
  public let definitions: [EventDefinition]
  /// The metrics that can be found, in the order in which they were given.
  public let metrics: [MetricDefinition]
  private let eventTexts: SearchTexts
  private let metricTexts: SearchTexts

  /// Creates an index of tables.
  ///
  /// - Parameter tables: The tables.
  /// - Complexity: O(*n*) in the bytes of all names and descriptions.
  public init(_ tables: [EventTable]) {
    self.init(tables.flatMap(\.events), metrics: tables.flatMap(\.metrics))
  }

  /// Creates an index of events and metrics.
  ///
  /// - Parameters:
  ///   - definitions: The events.
  ///   - metrics: The metrics.
  /// - Complexity: O(*n*) in the bytes of all names and descriptions.
  public init(_ definitions: [EventDefinition], metrics: [MetricDefinition] = []) {
    self.definitions = definitions
    self.metrics = metrics
    self.eventTexts = SearchTexts(definitions)
    self.metricTexts = SearchTexts(metrics)
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
    var matches: [SearchMatch] = []
    for (index, quality) in eventTexts.matches(of: SearchQuery(query)).enumerated() {
      guard let quality else { continue }
      matches.append(SearchMatch(definition: definitions[index], quality: quality, position: index))
    }
    matches.sort { $0.isBetter(than: $1) }
    return Array(matches.prefix(max(limit, 0)))
  }

  /// Finds the metrics that fit a query, the best first.
  ///
  /// The query is that of ``search(_:limit:)``; the names of a metric's groups are
  /// among its texts.
  ///
  /// - Parameters:
  ///   - query: Words and patterns.
  ///   - limit: The largest number of metrics to return.
  /// - Returns: The metrics found, the best first.
  public func searchMetrics(_ query: String, limit: Int = 100) -> [MetricDefinition] {
    let qualities: [SearchQuality?] = metricTexts.matches(of: SearchQuery(query))
    let found: [Int] = metrics.indices.filter { qualities[$0] != nil }
    let ranked: [Int] = found.sorted { first, second in
      let (one, other) = (qualities[first] ?? .details, qualities[second] ?? .details)
      return one == other ? first < second : one < other
    }
    return ranked.prefix(max(limit, 0)).map { metrics[$0] }
  }
}
