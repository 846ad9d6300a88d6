import EventCatalog
import Foundation
import PerfEvent
import Testing

@Suite(
  "Names mean what they mean to perf",
  .enabled(if: PerfOracle.isAvailable, "\(PerfOracle.obstacle ?? "")"))
struct OracleTests {
  static let catalog = EventCatalog()

  static let hasTracefs: Bool =
    (try? catalog.resolve("sched:sched_switch")) != nil
  static let hasClockPMU: Bool = catalog.pmus.contains { $0.name == "msr" }
  static let hasUprobePMU: Bool = catalog.pmus.contains { $0.name == "uprobe" }

  /// Every hardware, software and cache name that perf lists.
  @Test(arguments: OracleExpressions.generic)
  func `generic names`(expression: String) throws { try compare(expression) }

  @Test(arguments: OracleExpressions.modified)
  func modifiers(expression: String) throws { try compare(expression) }

  @Test(arguments: OracleExpressions.groups)
  func groups(expression: String) throws { try compare(expression) }

  @Test(arguments: OracleExpressions.numeric)
  func `raw, numeric and breakpoint events`(expression: String) throws {
    try compare(expression)
  }

  @Test(
    .enabled(if: hasClockPMU && hasUprobePMU, "this machine lacks the PMUs msr and uprobe"),
    arguments: OracleExpressions.pmus)
  func `events of PMUs`(expression: String) throws { try compare(expression) }

  @Test(
    .enabled(if: hasTracefs, "tracefs is not mounted or not readable"),
    arguments: OracleExpressions.tracepoints)
  func tracepoints(expression: String) throws { try compare(expression) }

  @Test(
    .enabled(
      if: hasClockPMU && hasUprobePMU && hasTracefs, "this machine lacks msr, uprobe or tracefs"),
    arguments: OracleExpressions.terms)
  func `rarer terms`(expression: String) throws { try compare(expression) }

  @Test(
    .enabled(if: hasClockPMU && hasTracefs, "this machine lacks msr or tracefs"),
    arguments: OracleExpressions.recorded)
  func recordings(expression: String) throws {
    let oracle = try PerfOracle(expression, recording: true)
    try #require(oracle.isAccepted, "perf refuses it")
    let event: Event = try #require(
      try Self.catalog.resolve(expression, for: .sampling).first?.events.first)
    let theirs: [String: UInt64] = try #require(oracle.events.first?.first)
    #expect(
      event.sampled(beside: theirs)
        == theirs.filter { Event.recordedFields.contains($0.key) && $0.value != 0 })
  }

  @Test(arguments: OracleExpressions.refusedRecordings)
  func `what perf record refuses`(expression: String) throws {
    let oracle = try PerfOracle(expression, recording: true)
    #expect(!oracle.isAccepted, "perf takes it")
    #expect(throws: EventNameError.self) {
      try Self.catalog.resolve(expression, for: .sampling)
    }
  }

  @Test func `as many as promised`() {
    let accepted: [String] = OracleExpressions.everything + OracleExpressions.recorded
    let refused: [String] = OracleExpressions.refused + OracleExpressions.refusedRecordings
    #expect(Set(accepted).count >= 300)
    #expect(Set(refused).count >= 100)
  }

  @Test(arguments: OracleExpressions.refused)
  func `what perf refuses`(expression: String) throws {
    let oracle = try PerfOracle(expression)
    #expect(!oracle.isAccepted, "perf takes it")
    #expect(throws: EventNameError.self) { try Self.catalog.resolve(expression) }
  }

  private func compare(_ expression: String) throws {
    let oracle = try PerfOracle(expression)
    try #require(oracle.isAccepted, "perf refuses it")
    let events: [Event] = try Self.catalog.resolve(expression).flatMap(\.events)
    try #require(events.count == oracle.events.count)
    // A pattern's matches come in the order of the folder in perf, sorted here.
    let theirs: [[String: UInt64]] = zip(oracle.events, events).map(expected).sorted(by: isBefore)
    let ours: [[String: UInt64]] = events.map(\.attributes.printed).sorted(by: isBefore)
    #expect(ours == theirs)
    if oracle.names.count == events.count {
      #expect(Set(events.map(shownName)) == Set(oracle.names.map(trimmed)))
    }
  }

  private func trimmed(_ name: String) -> String {
    name.trimmingCharacters(in: .whitespaces)
  }

  /// What perf tries first, but guests as in its last try where exclusion is refused.
  private func expected(_ tries: PerfOracle.Tries, _ event: Event) -> [String: UInt64] {
    var fields: [String: UInt64] = tries.first
    if event.attributes.type.rawValue > EventType.breakpoint.rawValue {
      fields["exclude_guest"] = tries.last["exclude_guest"]
    }
    return fields.filter { EventAttributes.comparedFields.contains($0.key) && $0.value != 0 }
  }

  private func isBefore(_ first: [String: UInt64], _ second: [String: UInt64]) -> Bool {
    first.sorted { $0.key < $1.key }.description < second.sorted { $0.key < $1.key }.description
  }

  /// Where perf 6.1 shows less than was written: it cuts tracepoints and caches
  /// before their modifiers, and breakpoints before their length.
  private func shownName(_ event: Event) -> String {
    let end: Character = event.name.hasPrefix("mem:") ? "/" : ":"
    let parts: [Substring] = event.name.split(separator: end)
    switch event.attributes.type {
    case .tracepoint:
      return event.name.split(separator: "/")[0].split(separator: ":").prefix(2)
        .joined(separator: ":")
    case .hardwareCache where event.name.contains("-"):
      return String(event.name.prefix { $0 != ":" && $0 != "/" })
    case .breakpoint: return String(parts[0])
    default: return event.name
    }
  }
}
