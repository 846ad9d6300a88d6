internal import PerfEvent

/// Hardware, software, cache, raw, numeric and breakpoint events.
struct GenericProvider: EventProvider {
  let pmus: PMUInventory

  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventDefinition]? {
    let found: [EventDefinition]? =
      switch subject {
      case .name(let name): try definitions(named: name, position: position)
      case .raw(let code): rawDefinitions(code)
      case .numeric(let type, let config): [numericDefinition(type: type, config: config)]
      case .breakpoint(let breakpoint): [definition(breakpoint)]
      case .tracepoint: nil
      }
    guard var found else { return nil }
    for index in found.indices {
      for term in terms ?? [] {
        guard try CommonTerm.apply(term, to: &found[index]) else {
          throw LocatedProblem(
            problem: .unknownTerm(
              term: term.name, pmu: found[index].pmu ?? subject.kind,
              available: CommonTerm.names),
            position: term.position)
        }
      }
    }
    return found
  }

  func names() -> [String] { GenericEvents.names }

  private func definitions(
    named name: String, position: Int
  ) throws(LocatedProblem) -> [EventDefinition]? {
    if let event = HardwareEvent(named: name) {
      return coreDefinitions(type: .hardware, config: event.rawValue)
    }
    if let event = SoftwareEvent(named: name) {
      let attributes = EventAttributes(type: .software, config: event.rawValue)
      return [EventDefinition(attributes: attributes, unit: event.unit)]
    }
    if ToolEvent(named: name) != nil {
      throw LocatedProblem(problem: .measuredByPerf(name: name), position: position)
    }
    switch CacheEvent.reading(of: name) {
    case .event(let event): return coreDefinitions(type: .hardwareCache, config: event.config)
    case .impossible(let cache):
      let possible: [String] = CacheEvent.all.filter { $0.cache == cache }.map(\.name)
      throw LocatedProblem(
        problem: .impossibleCacheOperation(
          name: name, nearest: Array(NearestNames.sorted(possible, by: name).prefix(3))),
        position: position)
    case nil: return nil
    }
  }

  /// One event, or one per kind of core with the kind in bits 32 to 63.
  private func coreDefinitions(type: EventType, config: UInt64) -> [EventDefinition] {
    let cores: [PMU] = pmus.cores
    guard cores.count > 1 else {
      return [
        EventDefinition(
          attributes: EventAttributes(type: type, config: config),
          capabilities: .core(maximumPrecision: cores.first?.maximumPrecision ?? 0))
      ]
    }
    return cores.map { core in
      EventDefinition(
        attributes: EventAttributes(
          type: type, config: UInt64(core.type.rawValue) << 32 | config),
        pmu: core.name, capabilities: .core(maximumPrecision: core.maximumPrecision))
    }
  }

  /// One event, or one per kind of core, which has a type of its own.
  private func rawDefinitions(_ code: UInt64) -> [EventDefinition] {
    let cores: [PMU] = pmus.cores
    guard cores.count > 1 else {
      return [
        EventDefinition(
          attributes: EventAttributes(type: .raw, config: code),
          capabilities: .core(maximumPrecision: cores.first?.maximumPrecision ?? 0))
      ]
    }
    return cores.map { core in
      EventDefinition(
        attributes: EventAttributes(type: core.type, config: code),
        pmu: core.name, capabilities: .core(maximumPrecision: core.maximumPrecision))
    }
  }

  private func numericDefinition(type: UInt32, config: UInt64) -> EventDefinition {
    let pmu: PMU? = pmus.pmu(type: EventType(rawValue: type))
    return EventDefinition(
      attributes: EventAttributes(type: EventType(rawValue: type), config: config),
      pmu: type > EventType.breakpoint.rawValue ? pmu?.name : nil, cpus: pmu?.cpus,
      capabilities: type > EventType.breakpoint.rawValue
        ? pmu?.capabilities ?? .other : .software)
  }

  /// Four bytes, or a machine word of code, are watched where nothing else is said.
  private func definition(_ breakpoint: ParsedBreakpoint) -> EventDefinition {
    var attributes = EventAttributes(type: .breakpoint)
    attributes.breakpointAccess = breakpoint.access ?? [.read, .write]
    attributes.config1 = breakpoint.address
    let isCode: Bool = attributes.breakpointAccess == .execute
    attributes.config2 = breakpoint.length ?? (isCode ? UInt64(MemoryLayout<Int>.size) : 4)
    return EventDefinition(attributes: attributes)
  }
}

extension ParsedSubject {
  /// The kind of event in one word, for messages.
  fileprivate var kind: String {
    switch self {
    case .name(let name): name
    case .raw, .numeric: "raw"
    case .breakpoint: "mem"
    case .tracepoint: "tracepoint"
    }
  }
}
