/// The events that the kernel counts by itself.
///
/// The corresponding C type is `perf_sw_ids`.
enum SoftwareEvent: UInt64, CaseIterable {
  case cpuClock = 0
  case taskClock = 1
  case pageFaults = 2
  case contextSwitches = 3
  case cpuMigrations = 4
  case minorFaults = 5
  case majorFaults = 6
  case alignmentFaults = 7
  case emulationFaults = 8
  case dummy = 9
  case bpfOutput = 10
  case cgroupSwitches = 11

  /// The names, the one that perf lists first.
  var names: [String] {
    switch self {
    case .cpuClock: ["cpu-clock"]
    case .taskClock: ["task-clock"]
    case .pageFaults: ["page-faults", "faults"]
    case .contextSwitches: ["context-switches", "cs"]
    case .cpuMigrations: ["cpu-migrations", "migrations"]
    case .minorFaults: ["minor-faults"]
    case .majorFaults: ["major-faults"]
    case .alignmentFaults: ["alignment-faults"]
    case .emulationFaults: ["emulation-faults"]
    case .dummy: ["dummy"]
    case .bpfOutput: ["bpf-output"]
    case .cgroupSwitches: ["cgroup-switches"]
    }
  }

  /// The clocks count nanoseconds.
  var unit: String {
    self == .cpuClock || self == .taskClock ? "ns" : ""
  }

  private static let byName: [String: SoftwareEvent] = nameTable { $0.names }

  init?(named name: String) {
    guard let event = Self.byName[name.lowercased()] else { return nil }
    self = event
  }
}
