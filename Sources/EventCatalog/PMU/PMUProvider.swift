/// Events of the PMUs in sysfs: `pmu/terms/`, and names of events alone.
struct PMUProvider: EventProvider {
  let context: TermContext

  private var pmus: PMUInventory { context.pmus }

  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventCandidate]? {
    guard case .name(let name) = subject else { return nil }
    if let terms {
      let matches: [String] = PMUNamePattern(text: name).matches(among: pmus.names)
      let found: [PMU] = matches.compactMap(pmus.pmu(named:))
      let named: [PMU] = found.isEmpty ? pmus.pmus(alias: name) : found
      if !named.isEmpty { return try definitions(named, terms: terms, position: position) }
    }
    let owners: [PMU] = pmus.owners(ofEvent: name)
    if !owners.isEmpty {
      let event = ParsedTerm(name: name, value: nil, position: position)
      return try definitions(owners, terms: [event] + (terms ?? []), position: position)
    }
    guard terms != nil else { return nil }
    throw LocatedProblem(problem: pmus.fault(ofPMU: name), position: position)
  }

  /// A PMU has events and terms, but is none.
  func objection(toName name: String) -> EventNameProblem? {
    guard let pmu = pmus.pmu(named: name) else { return nil }
    return .nameOfPMU(
      name, events: pmus.eventNames(of: pmu).sorted, terms: pmus.formatNames(of: pmu).sorted)
  }

  func names() -> [String] {
    pmus.all.flatMap { pmus.eventNames(of: $0).sorted }
  }

  private func definitions(
    _ found: [PMU], terms: [ParsedTerm], position: Int
  ) throws(LocatedProblem) -> [EventCandidate] {
    var definitions: [EventCandidate] = []
    for pmu in found {
      var packer = TermPacker(pmu: pmu, context: context, terms: terms)
      for term in terms { try packer.add(term) }
      definitions.append(packer.finished)
    }
    return definitions
  }
}
