internal import PerfEvent

/// Binds definitions of any source to the PMUs of the machine.
struct DefinitionBinder {
  let context: TermContext

  private var pmus: PMUInventory { context.pmus }

  /// The events of definitions that share a name, one per PMU.
  ///
  /// Kinds of PMUs that the machine lacks are passed over as long as another has the
  /// event.
  func candidates(
    of definitions: [EventDefinition], terms: [ParsedTerm] = [], position: Int
  ) throws(LocatedProblem) -> [EventCandidate] {
    var found: [EventCandidate] = []
    var bound: Set<String> = []
    var absent: LocatedProblem?
    for definition in definitions {
      let matches: [PMU]
      do throws(LocatedProblem) {
        matches = try pmus.pmus(of: definition.unit, position: position)
      } catch {
        absent = absent ?? error
        continue
      }
      for pmu in matches where bound.insert(pmu.name).inserted {
        var packer = TermPacker(pmu: pmu, context: context, terms: terms)
        try packer.add(definition, position: position)
        for term in terms { try packer.add(term) }
        found.append(packer.finished)
      }
    }
    if found.isEmpty, let absent { throw absent }
    return found
  }
}
