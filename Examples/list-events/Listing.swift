import CatalogSupport
import EventCatalog

/// What there is to list.
struct Listing {
  private let index: EventIndex
  /// What could not be read, a sentence for each source and each table.
  let failures: [String]

  init(_ options: CatalogOptions) {
    let tables: MachineEvents = options.events
    self.index = EventIndex(tables.tables)
    self.failures = tables.problems
  }

  func definitions(matching query: String) -> [EventDefinition] {
    if query.isEmpty { return index.definitions }
    return index.search(query, limit: .max).map(\.definition)
  }

  func metrics(matching query: String) -> [MetricDefinition] {
    if query.isEmpty { return index.metrics }
    return index.searchMetrics(query, limit: .max)
  }
}
