internal import PerfEvent

extension PMUInventory {
  /// What a file says of the CPUs of a PMU.
  enum ListedCPUs: Equatable {
    /// There is no such file.
    case none
    case cpus([Int])
    /// The file is there, but nobody can tell what it means.
    case unclear

    /// The CPUs, nil if nothing says which they are.
    var cpus: [Int]? {
      if case .cpus(let cpus) = self { cpus } else { nil }
    }
  }

  /// The CPUs that a file lists; what is wrong with it is kept for whoever asks.
  func listedCPUs(_ path: String, of pmu: String) -> ListedCPUs {
    let text: String
    do {
      text = try kernel.readText(path)
    } catch {
      if error == .noSuchFile { return .none }
      add(.unreadableFile(path: path, error: error), of: pmu)
      return .unclear
    }
    // Where all CPUs of a PMU are offline, its list is empty.
    if text.isEmpty { return .cpus([]) }
    guard let list = CPUList(parsing: text) else {
      add(.malformedFile(path: path, text: text), of: pmu)
      return .unclear
    }
    return .cpus(list.cpus.map { Int($0) })
  }

  private func add(_ problem: EventNameProblem, of pmu: String) {
    listFaults[pmu, default: []].append(LocatedProblem(problem: problem, position: 0))
  }

  /// What is wrong with the lists of CPUs of a PMU.
  func warnings(aboutCPUsOf pmu: PMU) -> [EventSourceError] {
    (listFaults[pmu.name] ?? []).map { EventSourceError($0, in: folder) }
  }
}
