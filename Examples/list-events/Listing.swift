import CatalogSupport
import EventCatalog

/// What there is to list.
struct Listing {
  private let index: EventIndex
  /// What could not be read.
  let failures: [EventSourceError]

  init(_ options: CatalogOptions) {
    let tables: MachineEvents = options.catalog.events(from: options.kinds)
    self.index = EventIndex(tables.tables)
    self.failures = tables.failures
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
