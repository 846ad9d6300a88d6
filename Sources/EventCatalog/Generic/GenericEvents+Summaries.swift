extension HardwareEvent {
  /// One line about the event.
  var summary: String {
    switch self {
    case .cycles: "Cycles of the core while it is not halted, at its changing frequency"
    case .instructions: "Instructions that were completed"
    case .cacheReferences: "Accesses to a cache, on most CPUs the last level"
    case .cacheMisses: "Accesses that a cache could not serve, on most CPUs the last level"
    case .branches: "Branch instructions that were completed"
    case .branchMisses: "Branches that were predicted wrongly"
    case .busCycles: "Cycles of the bus"
    case .stalledCyclesFrontend: "Cycles in which no instruction was fetched or decoded"
    case .stalledCyclesBackend: "Cycles in which no instruction could be executed"
    case .referenceCycles: "Cycles at a constant frequency while the core is not halted"
    }
  }
}

extension SoftwareEvent {
  /// One line about the event.
  var summary: String {
    switch self {
    case .cpuClock: "Time of the CPU"
    case .taskClock: "Time that the task was running"
    case .pageFaults: "Accesses to pages that were not mapped"
    case .contextSwitches: "Changes from one task to another"
    case .cpuMigrations: "Changes of a task from one CPU to another"
    case .minorFaults: "Page faults that needed no input or output"
    case .majorFaults: "Page faults that needed input or output"
    case .alignmentFaults: "Accesses to addresses not aligned, which the kernel carried out"
    case .emulationFaults: "Instructions that the kernel carried out for the CPU"
    case .dummy: "Nothing, for the records of mappings and tasks"
    case .bpfOutput: "What BPF programs put out"
    case .cgroupSwitches: "Changes from a task of one cgroup to a task of another"
    }
  }
}

extension CacheEvent {
  /// One line about the event.
  var summary: String {
    let what: String =
      switch cache {
      case .level1Data: "the first level data cache"
      case .level1Instructions: "the first level instruction cache"
      case .lastLevel: "the last level cache"
      case .dataTranslation: "the translation cache of data"
      case .instructionTranslation: "the translation cache of instructions"
      case .branches: "the branch predictor"
      case .node: "the memory of the own node"
      }
    let (done, preposition): (String, String) =
      switch operation {
      case .load: ("Reads", "from")
      case .store: ("Writes", "to")
      case .prefetch: ("Prefetches", "into")
      }
    return result == .access
      ? "\(done) \(preposition) \(what)" : "\(done) that \(what) could not serve"
  }
}
