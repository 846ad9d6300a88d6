internal import PerfEvent

/// Turns parsed groups into events by asking providers in order.
struct EventResolver {
  /// More events than this in one expression are refused.
  static let limit: Int = 1 << 14

  let providers: [any EventProvider]

  func resolve(_ groups: [ParsedGroup]) throws(LocatedProblem) -> [EventGroup] {
    var count: Int = 0
    var resolved: [EventGroup] = []
    for group in groups {
      var events: [Event] = []
      for parsed in group.events {
        let found: [Event] = try resolve(parsed, in: group)
        count += found.count
        guard count <= Self.limit else {
          throw LocatedProblem(
            problem: .tooManyEvents(limit: Self.limit), position: parsed.position)
        }
        events += found
      }
      resolved.append(
        EventGroup(name: group.name, isExplicit: group.isExplicit, events: events))
    }
    return resolved
  }

  private func resolve(
    _ parsed: ParsedEvent, in group: ParsedGroup
  ) throws(LocatedProblem) -> [Event] {
    if !group.isExplicit,
      let offset = parsed.modifiers.letters.firstIndex(of: UInt8(ascii: "W"))
    {
      throw LocatedProblem(
        problem: .modifierOfGroups("W"), position: parsed.modifiers.position + offset)
    }
    return try definitions(of: parsed).map { definition in
      var pending = PendingEvent(
        Event(
          name: definition.name ?? parsed.text, attributes: definition.attributes,
          scale: definition.scale, unit: definition.unit, isSnapshot: definition.isSnapshot,
          pmu: definition.pmu, cpus: definition.cpus, requests: definition.requests),
        capabilities: definition.capabilities)
      parsed.modifiers.apply(to: &pending, base: .nothing)
      group.modifiers.apply(to: &pending, base: .event)
      return pending.event
    }
  }

  private func definitions(of parsed: ParsedEvent) throws(LocatedProblem) -> [EventDefinition] {
    for provider in providers {
      if let found = try provider.definitions(
        of: parsed.subject, terms: parsed.terms, position: parsed.position)
      {
        return found
      }
    }
    let word: String = if case .name(let name) = parsed.subject { name } else { parsed.text }
    throw LocatedProblem(
      problem: .unknownEvent(
        name: word, nearest: NearestNames.of(word, among: providers.flatMap { $0.names() })),
      position: parsed.position)
  }
}
