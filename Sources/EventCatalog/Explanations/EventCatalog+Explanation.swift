internal import PerfEvent

extension EventCatalog {
  /// Tells all that is known about an event, a metric or a group of metrics.
  ///
  /// ```swift
  /// let explanation = EventCatalog(sources: EventSources.usual()).explain("IPC")
  /// for metric in explanation.metrics {
  ///   print(metric.definition.formula, metric.events.map(\.text))
  /// }
  /// ```
  ///
  /// - Parameter name: The name in the language of any tool.
  /// - Returns: What sources say, and what other tools call the event.
  public func explain(_ name: String) -> EventExplanation {
    let plain: String = Self.nameWithoutModifiers(name)
    var explanation = EventExplanation(
      name: name, groups: [], refusal: nil, definitions: describe(plain), cores: [])
    do throws(EventNameError) {
      explanation.groups = try resolve(name)
    } catch {
      explanation.refusal = error
    }
    explanation.cores = microarchitectures.map { design in
      coreAliases(of: explanation, named: plain, on: design)
    }
    explanation.tracepoint = tracepoint(named: name, in: explanation)
    explanation.contradictions = contradictions(in: explanation)
    explanation.missingPMUs = missingPMUs(in: explanation)
    let reader = MetricExplainer(catalog: self)
    explanation.metrics = reader.metrics(named: name)
    if explanation.metrics.isEmpty { explanation.metricGroups = reader.groups(named: name) }
    return explanation
  }

  /// The name of one event without the letters behind it, which change nothing of what
  /// it is; any other text as it is.
  private static func nameWithoutModifiers(_ text: String) -> String {
    guard let groups = try? EventExpression(parsing: text).groups, groups.count == 1,
      groups[0].events.count == 1, !groups[0].isExplicit, groups[0].events[0].terms == nil,
      case .name(let name) = groups[0].events[0].subject
    else { return text }
    return name
  }

  private func coreAliases(
    of explanation: EventExplanation, named name: String, on design: Microarchitecture
  ) -> CoreAliases {
    var aliases: [EventAliases] = aliases(of: name, on: design)
    // Terms, counters and periods in the name hide which event it is.
    if aliases.allSatisfy(\.isEmpty) {
      aliases = self.aliases(of: explanation.groups.flatMap(\.events), on: design)
    }
    return CoreAliases(
      microarchitecture: design, aliases: aliases,
      definitions: definitions(behind: aliases, on: design))
  }

  /// The names of the codes of events of the cores.
  private func aliases(
    of events: [Event], on microarchitecture: Microarchitecture
  ) -> [EventAliases] {
    let cores: Set<String?> = [nil, "cpu", microarchitecture.unit.name]
    let resolver: AliasResolver = store.aliasResolver(of: microarchitecture)
    return events.prefix(8).compactMap { event in
      guard event.attributes.type == .raw, cores.contains(event.pmu) else { return nil }
      let attributes: EventAttributes = event.attributes
      let words = EventWords(attributes)
      let found: EventAliases = resolver.aliases(of: words)
      return found.names.isEmpty ? nil : found
    }
  }

  /// What sources say of the events that have the codes of aliases.
  private func definitions(
    behind aliases: [EventAliases], on microarchitecture: Microarchitecture
  ) -> [EventDefinition] {
    let codes: Set<EventWords> = Set(aliases.compactMap(\.words))
    guard !codes.isEmpty else { return [] }
    let units: Set<PMUUnit> = Set(aliases.map(\.unit))
    return events(of: microarchitecture).tables.flatMap(\.events).filter { definition in
      guard let words = definition.words, codes.contains(words) else { return false }
      return units.contains { $0 == definition.unit || ($0.isCore && definition.unit.isCore) }
    }
  }
}
