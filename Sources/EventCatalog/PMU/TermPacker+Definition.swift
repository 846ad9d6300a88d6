internal import PerfEvent

extension TermPacker {
  /// Adds an event as a source of any kind describes it.
  ///
  /// Its terms are packed for this machine; words are taken where there are no terms.
  mutating func add(_ event: EventDefinition, position: Int) throws(LocatedProblem) {
    if event.terms.isEmpty {
      guard let words = event.words else {
        throw LocatedProblem(problem: .notEncoded(event.name), position: position)
      }
      add(words)
    } else if var text = PMUEventText(event.terms) {
      // The usual distance of samples makes no difference to counts.
      text.terms.removeAll { $0.name == "period" }
      try add(
        text, named: event.name, position: position,
        isOfKernel: event.provenance.source == .sysfs)
    } else {
      throw LocatedProblem(
        problem: .malformedFile(path: event.provenance.location, text: event.terms),
        position: position)
    }
    describe(
      scale: event.scale, unit: event.countUnit, isSnapshot: event.traits.contains(.snapshot),
      usualPeriod: event.period)
  }
}
