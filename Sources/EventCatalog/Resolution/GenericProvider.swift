internal import PerfEvent

/// Hardware, software, cache, raw, numeric and breakpoint events.
struct GenericProvider: EventProvider {
  let context: TermContext

  private var pmus: PMUInventory { context.pmus }

  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventCandidate]? {
    let found: [EventCandidate]? =
      switch subject {
      case .name(let name): try definitions(named: name, position: position)
      case .raw(let code): rawDefinitions(code)
      case .numeric(let type, let config): [numericDefinition(type: type, config: config)]
      case .breakpoint(let breakpoint): [try definition(breakpoint, position: position)]
      case .tracepoint, .foreign: nil
      }
    guard var found else { return nil }
    for index in found.indices {
      for term in terms ?? [] {
        guard try CommonTerm.apply(term, to: &found[index], for: context) else {
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
  ) throws(LocatedProblem) -> [EventCandidate]? {
    if let event = HardwareEvent(named: name) {
      return coreDefinitions(type: .hardware, config: event.rawValue)
    }
    if let event = SoftwareEvent(named: name) {
      let attributes = EventAttributes(type: .software, config: event.rawValue)
      return [EventCandidate(attributes: attributes, unit: event.unit)]
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

  /// One event, or one per kind of core.
  private func coreDefinitions(type: EventType, config: UInt64) -> [EventCandidate] {
    let attributes = EventAttributes(type: type, config: config)
    return perCore(attributes) { definition, core in definition.coreType = core.type }
  }

  /// One event, or one per kind of core, each with a type of its own.
  private func rawDefinitions(_ code: UInt64) -> [EventCandidate] {
    perCore(EventAttributes(type: .raw, config: code)) { definition, core in
      definition.attributes.type = core.type
    }
  }

  private func perCore(
    _ attributes: EventAttributes, _ specialize: (inout EventCandidate, PMU) -> Void
  ) -> [EventCandidate] {
    let cores: [PMU] = pmus.cores
    guard cores.count > 1 else {
      let precision: UInt8 = cores.first?.maximumPrecision ?? 0
      return [
        EventCandidate(
          attributes: attributes, capabilities: .core(maximumPrecision: precision))
      ]
    }
    return cores.map { core in
      var definition = EventCandidate(
        attributes: attributes, pmu: core.name, capabilities: core.capabilities)
      specialize(&definition, core)
      return definition
    }
  }

  /// Of a type that no PMU has, the kernel itself says so.
  private func numericDefinition(type: UInt32, config: UInt64) -> EventCandidate {
    let type = EventType(rawValue: type)
    let attributes = EventAttributes(type: type, config: config)
    guard type.rawValue > EventType.breakpoint.rawValue, let pmu = pmus.pmu(type: type) else {
      return EventCandidate(attributes: attributes)
    }
    return EventCandidate(
      attributes: attributes, pmu: pmu.name, cpus: pmu.scope == .core ? nil : pmu.cpus,
      capabilities: pmu.capabilities)
  }

  /// Four bytes, or a machine word of code, are watched without a length or with 0.
  private func definition(
    _ breakpoint: ParsedBreakpoint, position: Int
  ) throws(LocatedProblem) -> EventCandidate {
    var attributes = EventAttributes(type: .breakpoint)
    attributes.breakpointAccess = breakpoint.access ?? [.read, .write]
    attributes.config1 = breakpoint.address
    let isCode: Bool = attributes.breakpointAccess == .execute
    let usual: UInt64 = isCode ? UInt64(MemoryLayout<Int>.size) : 4
    attributes.config2 = breakpoint.length.flatMap { $0 == 0 ? nil : $0 } ?? usual
    let lengths = BreakpointLengths(cpus: { context.lookup?.cpus ?? [] })
    if let problem = lengths.problem(of: attributes.config2, isCode: isCode) {
      throw LocatedProblem(problem: problem, position: position)
    }
    return EventCandidate(attributes: attributes)
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
    case .foreign: "event"
    }
  }
}
