internal import PerfEvent

/// Turns parsed groups into events by asking providers in order.
struct EventResolver {
  /// More events than this in one expression are refused.
  static let limit: Int = 1 << 14

  /// What perf's own language means, asked first.
  let providers: [any EventProvider]
  /// The languages of other tools, asked for what perf does not know.
  var tools = ToolLanguages(providers: [], alternatives: [])
  var purpose: EventPurpose = .counting
  /// What describes events beside the kernel, for proposals.
  var lookup: (any DefinitionLookup)?

  func resolve(_ groups: [ParsedGroup]) throws(LocatedProblem) -> [EventGroup] {
    var count: Int = 0
    var resolved: [EventGroup] = []
    for group in groups {
      var members: [[PendingEvent]] = []
      var formulas: [EventFormula] = []
      for parsed in group.events {
        let found: ResolvedName = try resolve(parsed, inBraces: group.isExplicit)
        count += found.events.count
        guard count <= Self.limit else {
          throw LocatedProblem(
            problem: .tooManyEvents(limit: Self.limit), position: parsed.position)
        }
        members.append(found.events)
        formulas += found.formulas
      }
      for part in group.isExplicit ? PMUPartition.parts(of: members) : members {
        resolved.append(try finish(part, of: group, formulas))
      }
    }
    return resolved
  }

  /// Applies what the whole group asks for.
  private func finish(
    _ events: [PendingEvent], of group: ParsedGroup, _ formulas: [EventFormula]
  ) throws(LocatedProblem) -> EventGroup {
    var events: [PendingEvent] = events
    for index in events.indices {
      try group.modifiers.apply(
        to: &events[index], as: index == 0 ? .groupOfLeader : .groupOfMember)
    }
    let names: Set<String> = Set(events.map(\.event.name))
    // The counts of a formula are only worth comparing if they are of the same time.
    return EventGroup(
      name: group.name, isExplicit: group.isExplicit || !formulas.isEmpty,
      events: events.map(\.event),
      formulas: formulas.filter { names.isSuperset(of: $0.expression.names) })
  }

  private func resolve(
    _ parsed: ParsedEvent, inBraces: Bool
  ) throws(LocatedProblem) -> ResolvedName {
    if !inBraces, let offset = parsed.modifiers.letters.firstIndex(of: UInt8(ascii: "W")) {
      throw LocatedProblem(
        problem: .modifierOfGroups("W"), position: parsed.modifiers.position + offset)
    }
    var resolved = ResolvedName()
    let (candidates, formula): ([EventCandidate], EventFormula?) = try meaning(of: parsed)
    for candidate in candidates {
      var pending = PendingEvent(
        event(candidate, named: name(of: parsed, candidate)),
        capabilities: candidate.capabilities)
      if !candidate.includesModifiers {
        try parsed.modifiers.apply(to: &pending, as: .own)
      }
      resolved.events.append(pending)
    }
    if let formula { resolved.formulas = [rename(formula, parsed)] }
    return resolved
  }

  /// The formula over the names that the events got, which have the modifiers.
  private func rename(_ formula: EventFormula, _ parsed: ParsedEvent) -> EventFormula {
    guard !parsed.modifiers.letters.isEmpty else { return formula }
    return EventFormula(
      name: parsed.text,
      expression: formula.expression.substituting { name in
        MetricExpression(name: "\(name):\(parsed.modifiers)")
      })
  }

  /// The name in a term, else what was written; a match stands for its pattern.
  private func name(of parsed: ParsedEvent, _ candidate: EventCandidate) -> String {
    if let name = candidate.name { return name }
    guard let match = candidate.matchedName else { return parsed.text }
    return parsed.modifiers.letters.isEmpty ? match : "\(match):\(parsed.modifiers)"
  }

  private func event(_ candidate: EventCandidate, named name: String) -> Event {
    var attributes: EventAttributes = candidate.attributes
    if purpose == .sampling { candidate.options.apply(to: &attributes) }
    if let type = candidate.coreType { attributes.config |= UInt64(type.rawValue) << 32 }
    return Event(
      name: name, attributes: attributes, scale: candidate.scale, unit: candidate.unit,
      isSnapshot: candidate.isSnapshot, pmu: candidate.pmu, cpus: candidate.cpus,
      requests: candidate.requests, options: candidate.options)
  }
}

/// The events that a name stands for.
struct ResolvedName {
  var events: [PendingEvent] = []
  var formulas: [EventFormula] = []
}
