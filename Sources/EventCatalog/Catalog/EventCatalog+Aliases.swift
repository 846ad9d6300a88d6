internal import PerfEvent

extension EventCatalog {
  /// Returns the names that all tools have for an event.
  ///
  /// - Parameters:
  ///   - name: The name of an event in the language of any tool, or of a ``Concept``.
  ///   - microarchitecture: The design of the cores.
  /// - Returns: One list per code that some source gives to the name.
  /// - Complexity: The first question about a microarchitecture reads its tables.
  public func aliases(
    of name: String, on microarchitecture: Microarchitecture
  ) -> [EventAliases] {
    let resolver: AliasResolver = store.aliasResolver(of: microarchitecture)
    if let concept = Concept.named(name) {
      let found: EventAliases = resolver.aliases(of: concept)
      if !found.isEmpty { return [found] }
    }
    return resolver.aliases(of: name)
  }

  /// Returns the names of a raw code, the best first.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - microarchitecture: The design of the cores.
  /// - Returns: The names of exactly the code; without one, names with the terms that
  ///   are left over; none if no source has the event.
  /// - Complexity: The first question about a microarchitecture reads its tables.
  public func names(
    of code: RawCode, on microarchitecture: Microarchitecture
  ) -> [ReverseMatch] {
    ReverseLookup(store.aliasResolver(of: microarchitecture)).names(of: code)
  }

  /// Returns the microarchitectures that have an event, with its name and code on each.
  ///
  /// - Parameter name: The name of an event in the language of any tool, or of a
  ///   ``Concept``.
  /// - Returns: What the tables of all sources say, sorted by microarchitecture.
  /// - Complexity: The first questions search all files for the name and read those that
  ///   have it; who asks more often waits once until every table was read.
  public func availability(of name: String) -> [EventAvailability] {
    let concept: Concept? = Concept.named(name)
    let index: AvailabilityIndex = store.availability(
      of: [AskedName(name).plain] + (concept?.seedNames ?? []))
    if let concept {
      let found: [EventAvailability] = index.availability(of: concept)
      if !found.isEmpty { return found }
    }
    return index.availability(of: name)
  }

  /// Tells all that is known about an event of the machine.
  ///
  /// - Parameter name: The name in the language of any tool.
  /// - Returns: What sources say, and what other tools call the event.
  public func explain(_ name: String) -> EventExplanation {
    var explanation = EventExplanation(
      name: name, groups: [], refusal: nil, definitions: describe(name), cores: [])
    do throws(EventNameError) {
      explanation.groups = try resolve(name)
    } catch {
      explanation.refusal = error
    }
    explanation.cores = microarchitectures.map { design in
      var aliases: [EventAliases] = aliases(of: name, on: design)
      // Terms, counters and periods in the name hide which event it is.
      if aliases.allSatisfy(\.isEmpty) {
        aliases = self.aliases(of: explanation.groups.flatMap(\.events), on: design)
      }
      return CoreAliases(
        microarchitecture: design, aliases: aliases,
        definitions: definitions(behind: aliases, on: design))
    }
    return explanation
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
