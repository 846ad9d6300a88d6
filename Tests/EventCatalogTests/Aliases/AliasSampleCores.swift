import EventCatalog

/// What the sources at hand say of the names of one microarchitecture.
struct AliasSampleCores {
  let resolver: AliasResolver
  let tables: [EventTable]

  init(_ microarchitecture: Microarchitecture, sources: [any EventSource]) {
    tables = AliasSample.tables(of: microarchitecture, in: sources)
    resolver = AliasResolver(microarchitecture: microarchitecture, tables: tables)
  }

  func outcome(of row: AliasSampleRow) -> AliasSampleTests.Outcome {
    guard row.source == .generic || resolver.sources.contains(row.source) else {
      return .undecided
    }
    if let preset = row.preset, let outcome = outcome(of: row, preset: preset.name) {
      return outcome
    }
    guard row.relation != "derived-formula" else { return .wrong("no formula is known") }
    guard let concept = Concept.named(row.canonical) else {
      return .wrong("there is no such concept")
    }
    let aliases: EventAliases = resolver.aliases(of: concept)
    guard aliases.words == row.words else {
      return .wrong("its code is \(aliases.words.map { "\($0)" } ?? "not known")")
    }
    let name: String = row.preset?.name ?? row.name
    guard let found = aliases.names.first(where: { $0.source == row.source && $0.name == name })
    else { return hasName(row) ? .wrong("is not listed") : .differing(.lacksName) }
    guard found.relation == .sameCode else { return .wrong("\(found.relation)") }
    return marksAgree(found, row) ? .reproduced : .wrong("its marks differ")
  }

  /// What the tables say of a preset that settles the row.
  private func outcome(
    of row: AliasSampleRow, preset name: String
  ) -> AliasSampleTests.Outcome? {
    let presets: [MetricDefinition] = tables.flatMap(\.metrics).filter {
      $0.provenance.source == .papi && $0.name == name
    }
    guard let preset = presets.first else { return .differing(.lacksName) }
    let natives: [String] = preset.operands.map { AliasSampleRow.withoutPMU($0.value) }
    guard Set(natives) == Set(row.natives) else { return .differing(.hasOtherEvents) }
    if row.relation == "derived-formula" {
      let found: EventAlias? = resolver.aliases(of: name).flatMap(\.names)
        .first { $0.source == .papi && $0.name == name }
      guard case .derived(_, let operands)? = found?.relation else {
        return .wrong("is no formula")
      }
      return operands.map(AliasSampleRow.withoutPMU) == natives
        ? .reproduced : .wrong("\(operands)")
    }
    guard resolver.sources.contains(.libpfm4) else { return .undecided }
    return natives.allSatisfy(hasNative) ? nil : .differing(.hasUnknownEvent)
  }

  /// Whether libpfm4 has an event, whatever its unit masks.
  private func hasNative(_ name: String) -> Bool {
    let base: Substring = name.prefix { $0 != ":" }
    return events(of: .libpfm4).contains { event in
      ([event.name] + event.otherNames).contains { $0.prefix { $0 != ":" } == base }
    }
  }

  /// Whether a table of the row's source has an event of its name in letters of either case.
  private func hasName(_ row: AliasSampleRow) -> Bool {
    // These are no files, so that each of them must be known.
    if row.source == .generic { return true }
    let wanted: String = AliasSampleRow.withoutPMU(row.name).lowercased()
    return events(of: row.source).contains { event in
      ([event.name] + event.otherNames).contains { $0.lowercased() == wanted }
    }
  }

  private func events(of source: EventSourceKind) -> [EventDefinition] {
    tables.flatMap(\.events).filter { $0.provenance.source == source }
  }

  private func marksAgree(_ alias: EventAlias, _ row: AliasSampleRow) -> Bool {
    if row.note.contains("default um") { return alias.marks.contains(.defaultUnitMask) }
    if row.note.contains("deprecated") { return alias.marks.contains(.deprecated) }
    if row.note.contains("[fixed FIXC") {
      return alias.marks.contains(.fixedCounter)
        && row.note.hasSuffix("FIXC\(alias.fixedCounter ?? -1)]")
    }
    if row.note.contains("fixed ctr") { return alias.marks.contains(.fixedCounter) }
    return true
  }
}
