/// Looks names up in the tables that a store keeps.
///
/// It lives as long as one resolution, in which the machine is asked for its CPUs at
/// most once, and only if a source needs to know.
final class StoreLookup: DefinitionLookup {
  private let store: TableStore
  private let findCPUs: () -> [CPUIdentifier]

  private let findChips: () -> [EventTable]

  lazy var cpus: [CPUIdentifier] = findCPUs()
  /// The kernel's tables of the machine's chips.
  private lazy var chips = MachineTables(tables: findChips(), failures: [])

  init(
    store: TableStore, chips: @escaping () -> [EventTable],
    cpus: @escaping () -> [CPUIdentifier]
  ) {
    self.store = store
    self.findChips = chips
    self.findCPUs = cpus
  }

  func definitions(named name: String, from kind: EventSourceKind) -> [EventDefinition] {
    guard hasSource(of: kind) else { return [] }
    let found: [EventDefinition] = store.tables(of: cpus, from: [kind]).definitions(named: name)
    return kind == .kernelEvents ? found + chips.definitions(named: name) : found
  }

  func metrics(named name: String, from kind: EventSourceKind) -> [MetricDefinition] {
    guard hasSource(of: kind) else { return [] }
    let found: [MetricDefinition] = store.tables(of: cpus, from: [kind]).metrics(named: name)
    return kind == .kernelEvents ? found + chips.metrics(named: name) : found
  }

  func events(from kind: EventSourceKind) -> [EventDefinition] {
    guard hasSource(of: kind) else { return [] }
    let further: [EventTable] = kind == .kernelEvents ? chips.tables : []
    return (store.tables(of: cpus, from: [kind]).tables + further).flatMap(\.events)
  }

  func names() -> [String] {
    store.sources.isEmpty
      ? [] : store.tables(of: cpus, from: Set(EventSourceKind.allCases)).names + chips.names
  }

  var libpfm: LibpfmSource? {
    store.sources.lazy.compactMap { $0 as? LibpfmSource }.first
  }

  private func hasSource(of kind: EventSourceKind) -> Bool {
    store.sources.contains { $0.kind == kind }
  }
}
