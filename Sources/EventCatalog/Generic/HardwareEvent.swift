/// The events that every PMU of a core can map to one of its own.
///
/// The corresponding C type is `perf_hw_id`.
enum HardwareEvent: UInt64, CaseIterable {
  case cycles = 0
  case instructions = 1
  case cacheReferences = 2
  case cacheMisses = 3
  case branches = 4
  case branchMisses = 5
  case busCycles = 6
  case stalledCyclesFrontend = 7
  case stalledCyclesBackend = 8
  case referenceCycles = 9

  /// The names, the one that perf lists first.
  var names: [String] {
    switch self {
    case .cycles: ["cpu-cycles", "cycles"]
    case .instructions: ["instructions"]
    case .cacheReferences: ["cache-references"]
    case .cacheMisses: ["cache-misses"]
    case .branches: ["branch-instructions", "branches"]
    case .branchMisses: ["branch-misses"]
    case .busCycles: ["bus-cycles"]
    case .stalledCyclesFrontend: ["stalled-cycles-frontend", "idle-cycles-frontend"]
    case .stalledCyclesBackend: ["stalled-cycles-backend", "idle-cycles-backend"]
    case .referenceCycles: ["ref-cycles"]
    }
  }

  private static let byName: [String: HardwareEvent] = nameTable { $0.names }

  init?(named name: String) {
    guard let event = Self.byName[name.lowercased()] else { return nil }
    self = event
  }
}

/// Every name of every case in lower case.
func nameTable<Case: CaseIterable>(_ names: (Case) -> [String]) -> [String: Case] {
  var table: [String: Case] = [:]
  for event in Case.allCases {
    for name in names(event) { table[name] = event }
  }
  return table
}
