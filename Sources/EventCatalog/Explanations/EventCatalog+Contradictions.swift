internal import PerfEvent

extension EventCatalog {
  /// Where sources give different codes to the name, one entry per kind of PMU.
  func contradictions(in explanation: EventExplanation) -> [EventContradiction] {
    var units: [PMUUnit] = []
    var meanings: [PMUUnit: [Meaning]] = [:]
    // Tables of big and little cores rightly differ and are both of the unnamed unit.
    let hasManyCores: Bool = cpus.count > 1
    for definition in explanation.definitions {
      let unit: PMUUnit = definition.unit.name == "cpu" ? .core : definition.unit
      guard let words = definition.words, !hasManyCores || unit != .core else { continue }
      if meanings[unit] == nil { units.append(unit) }
      let kind: EventSourceKind = definition.provenance.source
      if let known = meanings[unit]?.firstIndex(where: { $0.kind == kind }) {
        meanings[unit]?[known].words.insert(words)
      } else {
        meanings[unit, default: []].append(Meaning(first: definition, words: [words]))
      }
    }
    return units.compactMap { unit in
      var distinct: [Meaning] = []
      let known: [Meaning] = (meanings[unit] ?? []).sorted { $0.kind.turn < $1.kind.turn }
      for meaning in known
      where distinct.allSatisfy({ $0.words.isDisjoint(with: meaning.words) }) {
        distinct.append(meaning)
      }
      return distinct.count > 1 ? contradiction(between: distinct, in: explanation) : nil
    }
  }

  /// What a source means by the name; it may have several codes for it.
  private struct Meaning {
    var first: EventDefinition
    var words: Set<EventWords>

    var kind: EventSourceKind { first.provenance.source }
  }

  private func contradiction(
    between meanings: [Meaning], in explanation: EventExplanation
  ) -> EventContradiction {
    let told: Set<EventWords> = Set(
      explanation.groups.flatMap(\.events).map { EventWords($0.attributes) })
    var all: [EventDefinition] = meanings.map(\.first)
    guard let taken = meanings.firstIndex(where: { !$0.words.isDisjoint(with: told) }) else {
      return EventContradiction(meanings: all, decision: .refused)
    }
    let first: EventDefinition = all.remove(at: taken)
    let lowered: String = explanation.name.lowercased()
    let isSpelling: Bool =
      first.name.lowercased() == lowered && !all.contains { $0.name.lowercased() == lowered }
    return EventContradiction(
      meanings: [first] + all, decision: isSpelling ? .spelling : .order)
  }

  /// The PMUs of cores beside the first that have the event, where sysfs does not tell
  /// their numbers.
  func missingPMUs(in explanation: EventExplanation) -> [PMUUnit] {
    guard sysfs == nil, !explanation.groups.isEmpty else { return [] }
    let units: [PMUUnit] = microarchitectures.map(\.unit).filter { $0 != .core }
    guard let first = units.first else { return [] }
    let events: [Event] = explanation.groups.flatMap(\.events)
    let types: [EventType] = [.hardware, .hardwareCache, .raw]
    guard events.contains(where: { types.contains($0.attributes.type) }) else { return [] }
    let named: [PMUUnit] = explanation.definitions.map(\.unit).filter(\.isCore)
    let isOfAll: Bool = named.isEmpty || named.contains(.core)
    return units.filter { $0 != first && (isOfAll || named.contains($0)) }
  }

  /// The fields of the one tracepoint that the name stands for.
  func tracepoint(
    named name: String, in explanation: EventExplanation
  ) -> TracepointFormat? {
    let events: [Event] = explanation.groups.flatMap(\.events)
    guard events.count == 1, events[0].attributes.type == .tracepoint,
      let expression = try? EventExpression(parsing: name),
      case .tracepoint(let system, let event)? = expression.groups.first?.events.first?.subject
    else { return nil }
    let source = TracepointSource(kernel: kernel, folders: tracefs)
    return try? source.format(of: "\(system):\(event)")
  }
}
