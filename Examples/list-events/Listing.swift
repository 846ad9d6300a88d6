import CatalogSupport
import EventCatalog

/// What there is to list.
struct Listing {
  private let tables: [EventTable]
  /// What could not be read, a sentence for each source and each table.
  let failures: [String]
  /// What could not be read of sources that nobody asked for.
  let unasked: [String]
  /// Whether some source knows more of the CPU than what every kernel says.
  let knowsCPU: Bool

  /// Reads the sources.
  ///
  /// - Parameters:
  ///   - options: The machine and the sources.
  ///   - detail: How much of each event is wanted.
  ///   - isOfMetrics: Whether metrics are to be listed.
  ///   - tellsAll: Whether each record that makes no sense is to be told.
  init(_ options: CatalogOptions, detail: EventDetail, isOfMetrics: Bool, tellsAll: Bool) {
    let chosen: ChosenEvents = options.events(detail: detail, withMachine: !isOfMetrics)
    self.tables = chosen.events.tables
    self.failures = tellsAll ? chosen.events.allProblems : chosen.events.problems
    self.knowsCPU = chosen.knowsCPU
    self.unasked = chosen.unasked.map { "\($0)" }
  }

  func definitions(matching query: String) -> [EventDefinition] {
    let all: [EventDefinition] = tables.flatMap(\.events)
    // An index is worth its while only if something is searched.
    if query.allSatisfy(\.isWhitespace) { return all }
    return EventIndex(all).search(query, limit: .max).map(\.definition)
  }

  func metrics(matching query: String) -> [MetricDefinition] {
    let all: [MetricDefinition] = tables.flatMap(\.metrics)
    if query.allSatisfy(\.isWhitespace) { return all }
    return EventIndex([], metrics: all).searchMetrics(query, limit: .max)
  }
}
