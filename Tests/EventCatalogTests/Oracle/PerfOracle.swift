import EventCatalog
import Foundation
import PerfEvent
import TestSupport

/// What the perf tool makes of an expression, as it prints it with `-vv`.
struct PerfOracle {
  /// The attributes of each event, as at perf's first and its last try to open it.
  var events: [Tries] = []
  var names: [String] = []
  /// Whether perf takes the expression at all.
  var isAccepted: Bool = true

  struct Tries {
    var first: [String: UInt64]
    var last: [String: UInt64]
  }

  /// Why the installed perf cannot be compared with, or nil if it can.
  ///
  /// Later versions no longer leave out guests by themselves.
  static let obstacle: String? = {
    guard let version = try? run(["--version"]) else { return PerfTool.whyMissing }
    guard version.contains("perf version 6.1.") else { return "perf is not of version 6.1" }
    guard let dummy = try? PerfOracle("dummy"), dummy.events.count == 1, getuid() == 0,
      Ability.countsKernelSide
    else {
      return "perf may not open events without restrictions"
    }
    return nil
  }()

  static var isAvailable: Bool { obstacle == nil }

  init(_ expression: String, recording: Bool = false) throws {
    // Waiting for programs of BPF takes perf a second.
    let text: String =
      recording
      ? try Self.run(
        ["record", "-vv", "--no-bpf-event", "-o", "/dev/null", "-e", expression, "true"])
      : try Self.run(["stat", "-vv", "-x", "|", "-e", expression, "true"])
    if text.contains("event syntax error") || text.contains("Usage: perf ") {
      isAccepted = false
      return
    }
    read(text.split(separator: "\n").map(String.init))
  }

  private mutating func read(_ lines: [String]) {
    var block: [String: UInt64]?
    var isRetry: Bool = false
    for line in lines {
      if line.hasPrefix("perf_event_attr:") {
        block = [:]
      } else if line.hasPrefix("-----"), let finished = block {
        if isRetry, !events.isEmpty {
          events[events.count - 1].last = finished
        } else {
          events.append(Tries(first: finished, last: finished))
        }
        (block, isRetry) = (nil, false)
      } else if block != nil {
        if let (name, value) = Self.field(line) { block?[name] = value }
      } else if line.contains("failed, error -22") {
        isRetry = true
      } else if line.split(separator: "|", omittingEmptySubsequences: false).count > 4 {
        let parts: [Substring] = line.split(separator: "|", omittingEmptySubsequences: false)
        names.append(String(parts[2]))
      }
    }
  }

  /// A line such as `  config                           0x1`.
  private static func field(_ line: String) -> (String, UInt64)? {
    let words: [Substring] = line.split(separator: " ")
    guard let last = words.last else { return nil }
    if line.contains("{ sample_period, sample_freq }") { return ("period", UInt64(last) ?? 0) }
    if words[0] == "sample_type" { return ("sample_type", Self.sampleFields(last)) }
    if words[0] == "branch_sample_type" { return (String(words[0]), Self.branchFields(last)) }
    let value: UInt64? =
      last.hasPrefix("0x") ? UInt64(last.dropFirst(2), radix: 16) : UInt64(last)
    guard let value else { return nil }
    if line.contains("bp_addr") { return ("config1", value) }
    if line.contains("bp_len") { return ("config2", value) }
    return (String(words[0]), value)
  }

  private static func sampleFields(_ words: Substring) -> UInt64 {
    let fields: [Substring: SampleFields] = [
      "TIME": .time, "CALLCHAIN": .callchain, "BRANCH_STACK": .branchStack,
      "REGS_USER": .userRegisters, "STACK_USER": .userStack,
    ]
    return words.split(separator: "|").reduce(0) { $0 | (fields[$1]?.rawValue ?? 0) }
  }

  private static func branchFields(_ words: Substring) -> UInt64 {
    let fields: [Substring: BranchFields] = [
      "USER": .user, "KERNEL": .kernel, "HV": .hypervisor, "ANY": .any, "ANY_CALL": .anyCall,
      "ANY_RETURN": .anyReturn, "COND": .conditional, "CALL_STACK": .callStack,
      "NO_FLAGS": .noFlags, "NO_CYCLES": .noCycles, "HW_INDEX": .hardwareIndex,
    ]
    return words.split(separator: "|").reduce(0) { $0 | (fields[$1]?.rawValue ?? 0) }
  }

  private static func run(_ arguments: [String]) throws -> String {
    guard let perf = PerfTool.path else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // A perf that cannot open an event has been seen to wait for its own child for ever.
    process.arguments = ["LC_ALL=C", "timeout", "-k", "1", "2", perf] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data: Data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: data, as: UTF8.self)
  }
}

extension EventAttributes {
  /// The fields as perf prints them, without those that are zero.
  var printed: [String: UInt64] {
    var fields: [String: UInt64] = [
      "type": UInt64(type.rawValue), "config": config, "config1": config1, "config2": config2,
      "bp_type": UInt64(breakpointAccess.rawValue), "precise_ip": UInt64(precision),
    ]
    let named: [(String, EventFlags)] = [
      ("exclude_user", .excludeUser), ("exclude_kernel", .excludeKernel),
      ("exclude_hv", .excludeHypervisor), ("exclude_idle", .excludeIdle),
      ("exclude_host", .excludeHost), ("exclude_guest", .excludeGuest),
      ("pinned", .pinned), ("exclusive", .exclusive),
    ]
    for (name, flag) in named where flags.contains(flag) { fields[name] = 1 }
    return fields.filter { $0.value != 0 }
  }

  /// The names of the fields that are compared.
  static let comparedFields: Set<String> = [
    "type", "config", "config1", "config2", "bp_type", "precise_ip", "exclude_user",
    "exclude_kernel", "exclude_hv", "exclude_idle", "exclude_host", "exclude_guest", "pinned",
    "exclusive",
  ]
}

extension Event {
  /// The fields of which recording terms speak.
  static let recordedFields: Set<String> = [
    "type", "config", "period", "freq", "sample_type", "branch_sample_type", "sample_max_stack",
    "sample_stack_user", "sample_regs_user", "write_backward", "inherit", "aux_output",
    "precise_ip",
  ]

  /// The fields as perf would print them, with what perf adds by itself where no term
  /// speaks of it.
  func sampled(beside theirs: [String: UInt64]) -> [String: UInt64] {
    var fields: [String: UInt64] = [
      "type": UInt64(attributes.type.rawValue), "config": attributes.config,
      "period": attributes.samplePeriod, "branch_sample_type": attributes.branchFields.rawValue,
      "sample_max_stack": UInt64(attributes.maximumCallchainDepth),
      "sample_stack_user": UInt64(attributes.userStackSize),
      "sample_regs_user": attributes.userRegisters, "precise_ip": UInt64(attributes.precision),
      "sample_type": attributes.sampleFields.rawValue,
    ]
    let named: [(String, EventFlags)] = [
      ("freq", .frequency), ("write_backward", .writeBackward), ("inherit", .inherit),
      ("aux_output", .auxOutput),
    ]
    for (name, flag) in named where attributes.flags.contains(flag) { fields[name] = 1 }
    if attributes.samplePeriod == 0 {
      fields["period"] = theirs["period"]
      fields["freq"] = theirs["freq"]
    }
    if options.isInherited == nil { fields["inherit"] = theirs["inherit"] }
    if options.recordsTime == nil {
      let time: UInt64 = (theirs["sample_type"] ?? 0) & SampleFields.time.rawValue
      fields["sample_type"] = (fields["sample_type"] ?? 0) | time
    }
    return fields.filter { $0.value != 0 }
  }
}
