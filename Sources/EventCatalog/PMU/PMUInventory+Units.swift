internal import PerfEvent

extension PMUInventory {
  /// The PMUs of a kind.
  ///
  /// - Throws: That the machine has none, or that only its kernel knows their number.
  func pmus(of unit: PMUUnit, position: Int) throws(LocatedProblem) -> [PMU] {
    if unit == .core || unit.name == "cpu" {
      return cores.isEmpty ? [assumedCore.pmu] : cores
    }
    let matches: [PMU] = PMUNamePattern(text: unit.name).matches(among: names)
      .compactMap(pmu(named:))
    if !matches.isEmpty { return matches }
    // Of the kinds of cores the first has the number of raw events.
    if unit == .bigCores, cores.isEmpty { return [assumedCore.pmu] }
    throw LocatedProblem(
      problem: isDescribed
        ? .unknownPMU(name: unit.name, present: NearestNames.sorted(names, by: unit.name))
        : .needsSysfs(pmu: unit.name),
      position: position)
  }

  /// The PMUs whose folder gives them another name, which is this one.
  func pmus(alias name: String) -> [PMU] {
    guard isDescribed else { return [] }
    return names.filter { (try? kernel.readText("\(folder)/\($0)/alias")) == name }
      .compactMap(pmu(named:))
  }

  /// Whether a definition of a kind of PMU is for this one.
  func isPMU(_ pmu: PMU, of unit: PMUUnit) -> Bool {
    if unit == .core { return pmu.scope == .core }
    return !PMUNamePattern(text: unit.name).matches(among: [pmu.name]).isEmpty
  }
}
