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

  init(_ expression: String) throws {
    let text: String = try Self.run(["stat", "-vv", "-x", "|", "-e", expression, "true"])
    if text.contains("event syntax error") || text.contains("Usage: perf stat") {
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
    let value: UInt64? =
      last.hasPrefix("0x") ? UInt64(last.dropFirst(2), radix: 16) : UInt64(last)
    guard let value else { return nil }
    if line.contains("bp_addr") { return ("config1", value) }
    if line.contains("bp_len") { return ("config2", value) }
    return (String(words[0]), value)
  }

  private static func run(_ arguments: [String]) throws -> String {
    guard let perf = PerfTool.path else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["LC_ALL=C", perf] + arguments
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
