extension DefinitionLookup {
  /// What to say of a name that is no event's, but that of a metric or of a group of them.
  ///
  /// - Complexity: O(*n*) for *n* metrics, whose formulas are read only if one has the name.
  func metricProblem(of name: String) -> EventNameProblem? {
    let lowered: String = name.lowercased()
    for kind in MetricNames.kinds {
      let all: [MetricDefinition] = metrics(from: kind)
      guard all.contains(where: { $0.name.lowercased() == lowered }) else { continue }
      let catalog = MetricCatalog(all)
      let found: [Metric] = catalog.metrics(named: name)
      return .metric(
        name: name, source: kind,
        events: MetricNames.events(of: found, in: catalog))
    }
    for kind in MetricNames.kinds {
      let all: [MetricDefinition] = metrics(from: kind)
      guard all.contains(where: { $0.isOfGroup(lowered) }) else { continue }
      let catalog = MetricCatalog(all)
      let found: [Metric] = catalog.metrics.filter { $0.definition.isOfGroup(lowered) }
      return .metricGroup(
        name: name, source: kind, events: MetricNames.events(of: found, in: catalog))
    }
    return nil
  }

  /// The shortest names of metrics whose last words are a text, such as those of `IPC`.
  func metricNames(endingIn text: String, count: Int = 3) -> [String] {
    guard text.utf8.count > 1, text.utf8.count <= FoldedName.limit else { return [] }
    let ending: String = "_" + NameFolding.text(of: text)
    var seen: Set<String> = []
    let names: [String] = MetricNames.kinds.flatMap(metrics(from:)).map(\.name).filter { name in
      let folded: String = NameFolding.text(of: name)
      return folded.hasSuffix(ending) && seen.insert(folded).inserted
    }
    return Array(names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(count))
  }
}

/// Names of metrics among the names of events.
enum MetricNames {
  /// The kinds of sources that have metrics, in the order in which they are asked.
  static let kinds: [EventSourceKind] = [.perfmon, .kernelEvents, .papi, .likwid]

  /// What a catalog resolves to the events of metrics, each once.
  static func events(of metrics: [Metric], in catalog: MetricCatalog) -> [String] {
    var texts: [String] = []
    var seen: Set<String> = []
    for metric in metrics {
      // Without a formula that can be used nobody knows what it needs.
      let names: [String] = (try? catalog.requiredEvents(of: [metric])) ?? []
      for name in names {
        let text: String = metric.definition.eventText(of: name)
        if seen.insert(text).inserted { texts.append(text) }
      }
    }
    return texts
  }
}

extension MetricDefinition {
  /// Whether the metric belongs to a group, whose name is in small letters.
  func isOfGroup(_ lowered: String) -> Bool {
    groups.contains { $0.lowercased() == lowered }
  }
}
