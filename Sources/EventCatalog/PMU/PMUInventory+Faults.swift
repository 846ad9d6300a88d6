internal import PerfEvent

extension PMUInventory {
  /// Why there is no description of a PMU: sysfs has no such folder, or one without a number.
  func fault(ofPMU name: String) -> EventNameProblem {
    // Of a machine of which only the CPU is known, its other PMUs are not.
    if !isDescribed, NearestNames.of(name, among: names).isEmpty { return .needsSysfs(pmu: name) }
    guard isDescribed, names.contains(name) else {
      return .unknownPMU(name: name, present: NearestNames.sorted(names, by: name))
    }
    let path: String = "\(folder)/\(name)/type"
    do {
      return .malformedFile(path: path, text: try kernel.readText(path))
    } catch {
      return .unreadableFile(path: path, error: error)
    }
  }
}
