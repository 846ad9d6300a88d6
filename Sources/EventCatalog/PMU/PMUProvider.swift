internal import PerfEvent

/// Events of the PMUs in sysfs: `pmu/terms/`, and names of events alone.
struct PMUProvider: EventProvider {
  let pmus: PMUInventory

  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventDefinition]? {
    guard case .name(let name) = subject else { return nil }
    if let terms {
      let matches: [String] = PMUNamePattern(text: name).matches(among: pmus.names)
      let found: [PMU] = matches.compactMap(pmus.pmu(named:))
      if !found.isEmpty { return try definitions(found, terms: terms) }
    }
    let event = ParsedTerm(name: name, value: nil, position: position)
    let owners: [PMU] = pmus.all.filter { pmu in
      pmus.eventNames(of: pmu).contains { $0.lowercased() == name.lowercased() }
    }
    if !owners.isEmpty { return try definitions(owners, terms: [event] + (terms ?? [])) }
    guard terms != nil else { return nil }
    throw LocatedProblem(
      problem: .unknownPMU(name: name, present: NearestNames.sorted(pmus.names, by: name)),
      position: position)
  }

  func names() -> [String] {
    pmus.all.flatMap(pmus.eventNames(of:))
  }

  private func definitions(
    _ pmus: [PMU], terms: [ParsedTerm]
  ) throws(LocatedProblem) -> [EventDefinition] {
    var definitions: [EventDefinition] = []
    for pmu in pmus {
      definitions.append(try definition(pmu, terms: terms))
    }
    return definitions
  }

  /// Packs the terms as perf does: whole words first, then the bits of terms.
  private func definition(
    _ pmu: PMU, terms: [ParsedTerm]
  ) throws(LocatedProblem) -> EventDefinition {
    var definition = EventDefinition(
      attributes: EventAttributes(type: pmu.type), pmu: pmu.name,
      cpus: pmu.scope == .core ? nil : pmu.cpus, capabilities: pmu.capabilities)
    let formats: [String: TermFormat] = try pmus.formats(of: pmu)
    var packed: [TermFormat.Word: UInt64] = [:]
    for term in terms {
      if let format = formats[term.name] {
        packed[format.word, default: 0] |= format.packed(try value(of: term, format: format))
      } else if try apply(eventOf: term, terms, pmu, formats, to: &definition, &packed) {
        continue
      } else if try !CommonTerm.apply(term, to: &definition) {
        throw unknown(term, of: pmu, formats: formats)
      }
    }
    for (word, bits) in packed { definition.attributes[word] |= bits }
    return definition
  }

  private func value(of term: ParsedTerm, format: TermFormat) throws(LocatedProblem) -> UInt64 {
    switch term.value {
    case .number(let number):
      guard format.fits(number) else {
        throw LocatedProblem(
          problem: .valueTooLarge(term: term.name, value: number, width: format.width),
          position: term.position)
      }
      return number
    case .text(let text):
      throw LocatedProblem(
        problem: .textValue(term: term.name, value: text), position: term.position)
    case nil:
      guard format.width == 1 else {
        throw LocatedProblem(
          problem: .missingValue(term: term.name, width: format.width), position: term.position)
      }
      return 1
    }
  }

  /// Applies a term that is the name of one of the PMU's events.
  private func apply(
    eventOf term: ParsedTerm, _ terms: [ParsedTerm], _ pmu: PMU,
    _ formats: [String: TermFormat], to definition: inout EventDefinition,
    _ packed: inout [TermFormat.Word: UInt64]
  ) throws(LocatedProblem) -> Bool {
    guard term.value == nil || term.value == .number(1),
      let event = try pmus.event(named: term.name, of: pmu)
    else { return false }
    for part in event.terms {
      switch part.value {
      case .parameter:
        guard terms.contains(where: { $0.name == part.name }) else {
          throw LocatedProblem(
            problem: .missingParameter(term: part.name, event: term.name),
            position: term.position)
        }
      case .number(let number):
        if let format = formats[part.name] {
          packed[format.word, default: 0] |= format.packed(number)
        } else if try !CommonTerm.apply(
          ParsedTerm(name: part.name, value: .number(number), position: term.position),
          to: &definition)
        {
          throw LocatedProblem(
            problem: .unknownTerm(
              term: part.name, pmu: pmu.name, available: formats.keys.sorted()),
            position: term.position)
        }
      }
    }
    definition.scale *= event.scale
    if !event.unit.isEmpty { definition.unit = event.unit }
    if event.isSnapshot { definition.isSnapshot = true }
    return true
  }

  private func unknown(
    _ term: ParsedTerm, of pmu: PMU, formats: [String: TermFormat]
  ) -> LocatedProblem {
    let available: [String] = formats.keys.sorted() + pmus.eventNames(of: pmu) + CommonTerm.names
    return LocatedProblem(
      problem: .unknownTerm(
        term: term.name, pmu: pmu.name,
        available: NearestNames.sorted(available, by: term.name)),
      position: term.position)
  }
}

extension EventAttributes {
  /// A word into which terms are packed.
  fileprivate subscript(word: TermFormat.Word) -> UInt64 {
    get {
      switch word {
      case .config: config
      case .config1: config1
      case .config2: config2
      case .config3: config3
      case .config4: config4
      }
    }
    set {
      switch word {
      case .config: config = newValue
      case .config1: config1 = newValue
      case .config2: config2 = newValue
      case .config3: config3 = newValue
      case .config4: config4 = newValue
      }
    }
  }
}
