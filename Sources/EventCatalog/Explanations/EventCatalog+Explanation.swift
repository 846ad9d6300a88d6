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
    let aliases: [EventAliases] = aliases(of: explanation, named: name, on: design)
    return CoreAliases(
      microarchitecture: design, aliases: aliases,
      definitions: definitions(behind: aliases, on: design))
  }

  /// The names of what the kernel is told, or else of what the name means elsewhere.
  private func aliases(
    of explanation: EventExplanation, named name: String, on design: Microarchitecture
  ) -> [EventAliases] {
    // What libpfm4 refuses with the name of a PMU is no event, whatever stands behind it.
    if explanation.refusal != nil, name.contains("::") { return [] }
    let named: [EventAliases] = aliases(of: name, on: design)
    let told: [EventWords] = words(of: explanation.groups.flatMap(\.events), on: design)
    guard !told.isEmpty else { return named }
    // A name can mean one event to the kernel and another to some tool.
    let same: [EventAliases] = named.filter { aliases in
      aliases.words.map(told.contains) ?? true
    }
    if same.contains(where: { !$0.isEmpty }) { return same }
    let resolver: AliasResolver = store.aliasResolver(of: design)
    let known: [EventAliases] = told.map { resolver.aliases(of: $0) }.filter { !$0.names.isEmpty }
    return known.isEmpty ? named : known
  }

  /// The codes of events of the cores of a design.
  private func words(of events: [Event], on design: Microarchitecture) -> [EventWords] {
    let cores: Set<String?> = [nil, "cpu", design.unit.name]
    return events.prefix(8).compactMap { event in
      guard cores.contains(event.pmu) else { return nil }
      switch event.attributes.type {
      case .raw: return EventWords(event.attributes)
      case .hardware, .hardwareCache:
        return GenericEncodings.words(of: event.attributes, on: design)
      default: return nil
      }
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
