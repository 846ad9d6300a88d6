internal import PerfEvent

/// Names of whole events among the terms.
extension TermPacker {
  /// The event that a term means: `NAME`, `NAME=1` or `event=NAME`.
  func eventName(_ term: ParsedTerm) -> String? {
    if case .text(let name) = term.value, term.name.lowercased() == "event" { return name }
    guard !pmus.formatNames(of: pmu).contains(term.name),
      term.value == nil || term.value == .number(1)
    else {
      return nil
    }
    return term.name
  }

  /// Takes a generic name, such as that in `cpu_core/cycles/`, for a core's PMU.
  mutating func addGenericEvent(_ term: ParsedTerm) -> Bool {
    guard pmu.scope == .core, term.value == nil else { return false }
    if let event = HardwareEvent(named: term.name) {
      definition.attributes.type = .hardware
      packed[.config, default: 0] |= event.rawValue
    } else if case .event(let event)? = CacheEvent.reading(of: term.name) {
      definition.attributes.type = .hardwareCache
      packed[.config, default: 0] |= event.config
    } else {
      return false
    }
    return true
  }

  /// Takes a name of a vendor's event file, such as that in `cpu/l1d.replacement/`.
  mutating func addVendorEvent(_ term: ParsedTerm) throws(LocatedProblem) -> Bool {
    guard let lookup = context.lookup, let name = eventName(term),
      !CommonTerm.isKnown(name), CommonTerm.rawCode(term) == nil,
      let event = lookup.vendorDefinitions(named: name).first(where: { event in
        pmus.isPMU(pmu, of: event.unit)
      })
    else { return false }
    try add(event, position: term.position)
    return true
  }
}
