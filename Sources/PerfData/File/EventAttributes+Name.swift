internal import PerfEvent

extension EventAttributes {
  /// The name that perf gives to an event of these attributes.
  var impliedName: String {
    switch type {
    case .hardware: named(Self.hardwareNames, at: config & 0xffff_ffff)
    case .software: named(Self.softwareNames, at: config)
    case .hardwareCache: (cacheName ?? "unknown-hw-cache") + modifiers
    case .tracepoint: "unknown tracepoint"
    case .raw: "raw 0x\(String(config, radix: 16))" + modifiers
    case .breakpoint: "mem:0x\(String(config1, radix: 16)):\(breakpointLetters)"
    default: "unknown attr type: \(type.rawValue)"
    }
  }

  private func named(_ names: [String], at number: UInt64) -> String {
    guard number < UInt64(names.count) else { return "unknown-event" + modifiers }
    return names[Int(number)] + modifiers
  }

  private var cacheName: String? {
    let cache = Int(config & 0xff)
    let operation = Int(config >> 8 & 0xff)
    let result = Int(config >> 16 & 0xff)
    guard cache < Self.cacheNames.count, operation < Self.operationNames.count, result < 2 else {
      return nil
    }
    let names = Self.operationNames[operation]
    return "\(Self.cacheNames[cache])-" + (result == 0 ? names.all : names.misses)
  }

  private var breakpointLetters: String {
    let letters: [(bit: UInt32, letter: String)] = [(1, "r"), (2, "w"), (4, "x")]
    return letters.map { breakpointAccess.rawValue & $0.bit != 0 ? $0.letter : "" }.joined()
  }

  /// The letters behind a colon that tell where an event counts, as perf writes them.
  private var modifiers: String {
    var letters = ""
    var excludesGuestByDefault = false
    if !flags.isDisjoint(with: [.excludeKernel, .excludeUser, .excludeHypervisor]) {
      if !flags.contains(.excludeKernel) { letters += "k" }
      if !flags.contains(.excludeUser) { letters += "u" }
      if !flags.contains(.excludeHypervisor) { letters += "h" }
      excludesGuestByDefault = true
    }
    if precision > 0 {
      letters += String(repeating: "p", count: Int(precision))
      excludesGuestByDefault = true
    }
    if flags.contains(.excludeHost)
      || flags.contains(.excludeGuest) == excludesGuestByDefault
    {
      if !flags.contains(.excludeHost) { letters += "H" }
      if !flags.contains(.excludeGuest) { letters += "G" }
    }
    return letters.isEmpty ? "" : ":" + letters
  }

  private static let hardwareNames: [String] = [
    "cycles", "instructions", "cache-references", "cache-misses", "branches", "branch-misses",
    "bus-cycles", "stalled-cycles-frontend", "stalled-cycles-backend", "ref-cycles",
  ]

  private static let softwareNames: [String] = [
    "cpu-clock", "task-clock", "page-faults", "context-switches", "cpu-migrations",
    "minor-faults", "major-faults", "alignment-faults", "emulation-faults", "dummy",
    "bpf-output", "cgroup-switches",
  ]

  private static let cacheNames: [String] = [
    "L1-dcache", "L1-icache", "LLC", "dTLB", "iTLB", "branch", "node",
  ]

  private static let operationNames: [(all: String, misses: String)] = [
    ("loads", "load-misses"), ("stores", "store-misses"), ("prefetches", "prefetch-misses"),
  ]
}
