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
    var failures: [String] = tables.failures.map { "\($0)" }
    for table in tables.tables {
      // Files that speak of an event which they lack are common, and nothing is lost.
      let warnings: [EventSourceError] = table.warnings.filter { warning in
        if case .danglingReference = warning.problem { false } else { true }
      }
      guard let first = warnings.first else { continue }
      let more: Int = warnings.count - 1
      failures.append(more > 0 ? "\(first), and \(more) more of the table" : "\(first)")
    }
    self.failures = failures
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
