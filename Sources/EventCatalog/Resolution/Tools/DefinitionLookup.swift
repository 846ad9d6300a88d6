/// What the names of tools are looked up in.
protocol DefinitionLookup {
  /// The definitions of a source that bear a name, in letters of either case.
  func definitions(named name: String, from kind: EventSourceKind) -> [EventDefinition]

  /// The metrics of a source that bear a name, in letters of either case.
  func metrics(named name: String, from kind: EventSourceKind) -> [MetricDefinition]

  /// All metrics of a source.
  func metrics(from kind: EventSourceKind) -> [MetricDefinition]

  /// All definitions of a source.
  func events(from kind: EventSourceKind) -> [EventDefinition]

  /// Every name of every event, metric and group of metrics, for suggestions.
  func names() -> [String]

  /// What turns names of libpfm4 into words, and the PMUs to try where none is named.
  var libpfm: LibpfmSource? { get }

  /// The models of the cores.
  var cpus: [CPUIdentifier] { get }
}

extension DefinitionLookup {
  /// The kinds of sources whose names are those of vendors, as perf knows them.
  static var vendorKinds: [EventSourceKind] { [.perfmon, .kernelEvents, .armData] }

  /// The definitions of the first vendor's source that knows a name.
  func vendorDefinitions(named name: String) -> [EventDefinition] {
    for kind in Self.vendorKinds {
      let found: [EventDefinition] = definitions(named: name, from: kind)
      if !found.isEmpty { return found }
    }
    return []
  }
}
