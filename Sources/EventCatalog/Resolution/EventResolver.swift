internal import PerfEvent

/// Turns parsed groups into events by asking providers in order.
struct EventResolver {
  /// More events than this in one expression are refused.
  static let limit: Int = 1 << 14

  let providers: [any EventProvider]
  var purpose: EventPurpose = .counting

  func resolve(_ groups: [ParsedGroup]) throws(LocatedProblem) -> [EventGroup] {
    var count: Int = 0
    var resolved: [EventGroup] = []
    for group in groups {
      var members: [[PendingEvent]] = []
      for parsed in group.events {
        let found: [PendingEvent] = try resolve(parsed, inBraces: group.isExplicit)
        count += found.count
        guard count <= Self.limit else {
          throw LocatedProblem(
            problem: .tooManyEvents(limit: Self.limit), position: parsed.position)
        }
        members.append(found)
      }
      for part in group.isExplicit ? PMUPartition.parts(of: members) : members {
        resolved.append(try finish(part, of: group))
      }
    }
    return resolved
  }

  /// Applies what the whole group asks for.
  private func finish(
    _ events: [PendingEvent], of group: ParsedGroup
  ) throws(LocatedProblem) -> EventGroup {
    var events: [PendingEvent] = events
    for index in events.indices {
      try group.modifiers.apply(
        to: &events[index], as: index == 0 ? .groupOfLeader : .groupOfMember)
    }
    return EventGroup(
      name: group.name, isExplicit: group.isExplicit, events: events.map(\.event))
  }

  private func resolve(
    _ parsed: ParsedEvent, inBraces: Bool
  ) throws(LocatedProblem) -> [PendingEvent] {
    if !inBraces, let offset = parsed.modifiers.letters.firstIndex(of: UInt8(ascii: "W")) {
      throw LocatedProblem(
        problem: .modifierOfGroups("W"), position: parsed.modifiers.position + offset)
    }
    var events: [PendingEvent] = []
    for definition in try definitions(of: parsed) {
      var pending = PendingEvent(
        event(definition, named: name(of: parsed, definition)),
        capabilities: definition.capabilities)
      try parsed.modifiers.apply(to: &pending, as: .own)
      events.append(pending)
    }
    return events
  }

  /// The name in a term, else what was written; a match stands for its pattern.
  private func name(of parsed: ParsedEvent, _ definition: EventCandidate) -> String {
    if let name = definition.name { return name }
    guard let match = definition.matchedName else { return parsed.text }
    let letters = String(decoding: parsed.modifiers.letters, as: UTF8.self)
    return letters.isEmpty ? match : "\(match):\(letters)"
  }

  private func event(_ definition: EventCandidate, named name: String) -> Event {
    var attributes: EventAttributes = definition.attributes
    if purpose == .sampling { definition.options.apply(to: &attributes) }
    if let type = definition.coreType { attributes.config |= UInt64(type.rawValue) << 32 }
    return Event(
      name: name, attributes: attributes, scale: definition.scale, unit: definition.unit,
      isSnapshot: definition.isSnapshot, pmu: definition.pmu, cpus: definition.cpus,
      requests: definition.requests,
      options: definition.options)
  }

  private func definitions(of parsed: ParsedEvent) throws(LocatedProblem) -> [EventCandidate] {
    for provider in providers {
      if let found = try provider.definitions(
        of: parsed.subject, terms: parsed.terms, position: parsed.position)
      {
        return found
      }
    }
    if case .foreign(_, let problem) = parsed.subject { throw problem }
    let word: String = if case .name(let name) = parsed.subject { name } else { parsed.text }
    throw LocatedProblem(
      problem: .unknownEvent(
        name: word, nearest: NearestNames.of(word, among: providers.flatMap { $0.names() })),
      position: parsed.position)
  }
}
