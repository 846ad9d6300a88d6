internal import PerfEvent

extension PMUInventory {
  /// The words into which an event's terms are packed, or nil if it has parameters.
  func words(
    of event: PMUEventText, named name: String, pmu: PMU
  ) throws(LocatedProblem) -> EventWords? {
    let needsUser: Bool = event.terms.contains {
      if case .parameter = $0.value { true } else { false }
    }
    if needsUser { return nil }
    var packer = TermPacker(pmu: pmu, context: TermContext(pmus: self), terms: [])
    try packer.add(event, named: name, position: 0)
    return EventWords(packer.finished.attributes)
  }

  /// The kind of a PMU, whatever the number of its instance.
  func unit(of pmu: PMU) -> PMUUnit {
    if pmu.scope == .core { return cores.count == 1 ? .core : PMUUnit(pmu.name) }
    return PMUUnit(PMUNamePattern.stem(of: pmu.name))
  }
}
