internal import PerfEvent

/// Tells what metrics of a machine are computed of.
struct MetricExplainer {
  /// Further events of a metric or group are not resolved.
  static let limit: Int = 64

  let catalog: EventCatalog

  /// The metrics of a name, in letters of either case, from all sources.
  func metrics(named name: String) -> [MetricExplanation] {
    let lowered: String = name.lowercased()
    return MetricNames.kinds.flatMap { kind -> [MetricExplanation] in
      let all: [MetricDefinition] = definitions(from: kind)
      let named: [MetricDefinition] = all.filter { $0.name.lowercased() == lowered }
      if named.isEmpty { return [] }
      let metrics = MetricCatalog(all)
      var seen: Set<MetricDefinition> = []
      let units: [PMUUnit] = catalog.microarchitectures.map(\.unit)
      func rank(_ metric: MetricDefinition) -> Int { units.firstIndex(of: metric.unit) ?? 0 }
      return named.filter { seen.insert($0).inserted }
        .enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        .map { explanation(of: $0.element, in: metrics) }
    }
  }

  /// The groups of a name, in letters of either case, from all sources.
  func groups(named name: String) -> [MetricGroupExplanation] {
    let lowered: String = name.lowercased()
    let sets: [MetricGroupExplanation] = eventSets(named: lowered)
    let others: [EventSourceKind] = MetricNames.kinds.filter { sets.isEmpty || $0 != .likwid }
    return others.compactMap { kind in
      let all: [MetricDefinition] = definitions(from: kind)
      guard let first = all.first(where: { $0.isOfGroup(lowered) }) else { return nil }
      let metrics = MetricCatalog(all)
      let members: [Metric] = metrics.metrics.filter { $0.definition.isOfGroup(lowered) }
      return MetricGroupExplanation(
        name: first.groups.first { $0.lowercased() == lowered } ?? name,
        metrics: all.filter { $0.isOfGroup(lowered) },
        events: MetricNames.events(of: members, in: metrics).prefix(Self.limit)
          .map { event($0, text: $0, of: kind, neededBy: name) },
        provenance: first.provenance)
    } + sets
  }

  private func definitions(from kind: EventSourceKind) -> [MetricDefinition] {
    let chips: [EventTable] = kind == .kernelEvents ? catalog.chipTables : []
    return (catalog.store.tables(of: catalog.cpus, from: [kind]).tables + chips)
      .flatMap(\.metrics)
  }

  private func explanation(
    of definition: MetricDefinition, in catalog: MetricCatalog
  ) -> MetricExplanation {
    var explanation = MetricExplanation(definition: definition)
    do throws(MetricError) {
      let known: Metric? = catalog.metrics(named: definition.name)
        .first { $0.definition == definition }
      // What the catalog has not read, this reads again for its error.
      let metric: Metric = if let known { known } else { try Metric(definition) }
      let names: [String] = try catalog.requiredEvents(of: [metric])
      explanation.formula = try catalog.expressionOverEvents(of: metric)
      explanation.events = names.prefix(Self.limit).map { name in
        event(
          name, text: definition.eventText(of: name), of: definition.provenance.source,
          neededBy: definition.name)
      }
    } catch {
      explanation.failure = error
    }
    let tree: TopDownTree = catalog.topDownTree(for: definition.unit)
    explanation.level = definition.topDownLevel
    if let place = tree.place(of: definition.name) {
      let node: TopDownTree.Node = tree.nodes[place]
      explanation.level = node.level
      explanation.parent = node.parent.map { tree.nodes[$0].metric.name } ?? ""
      explanation.parts = node.children.map { tree.nodes[$0].metric.name }
    }
    return explanation
  }

  /// An event of a metric, in the language of the source of the metric.
  func event(
    _ name: String, text: String, of kind: EventSourceKind, neededBy metric: String
  ) -> MetricEvent {
    var event = MetricEvent(name: name, text: text)
    if kind == .papi, !catalog.store.sources.contains(where: { $0.kind == .libpfm4 }) {
      event.refusal = EventNameError(
        expression: text, position: 0,
        problem: .needsSource(.libpfm4, part: text, of: metric))
      return event
    }
    do throws(EventNameError) {
      // Presets name events of libpfm4, whatever other tools mean by the names.
      let catalog: EventCatalog =
        kind == .papi ? self.catalog.asking(only: .libpfm4) : self.catalog
      event.groups = try catalog.resolve(text)
    } catch {
      event.refusal = error
    }
    return event
  }
}

extension EventCatalog {
  /// The same machine with the sources of one kind.
  func asking(only kind: EventSourceKind) -> EventCatalog {
    EventCatalog(self, store: TableStore(sources: store.sources.filter { $0.kind == kind }))
  }
}
