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
    // The kernel has several names for some of its events, concepts have one.
    let canonical: String = Self.generic.definitions(named: name).first?.name ?? name
    let concept: Concept? = Concept.named(name) ?? Concept.named(canonical)
    let index: AvailabilityIndex = store.availability(
      of: [AskedName(name).plain] + (concept?.seedNames ?? []))
    if let concept {
      let found: [EventAvailability] = index.availability(of: concept)
      if !found.isEmpty { return found }
    }
    return index.availability(of: name)
  }
}
