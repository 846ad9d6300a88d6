import Foundation
import TestSupport
import Testing

/// Counts beside those of perf.
///
/// Without address randomisation a program's page faults are the same in every run,
/// so that both must show the same number.
@Suite(
  .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"),
  .enabled(if: perfStatIsAvailable, "setarch and a perf are needed; PERF_EVENTS_PERF may name one"))
struct PerfStatTests {
  fileprivate static func execute(_ command: [String]) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// The middle one of the counts of each event over several runs.
  private func medians(_ command: [String], separator: Character, value: Int, name: Int) throws
    -> [String: Int]
  {
    var series: [String: [Int]] = [:]
    for _ in 0..<7 {
      for line in try Self.execute(command).errors.split(separator: "\n") {
        let fields = line.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count > max(value, name), let count = Int(fields[value]) else { continue }
        series[Self.plain(fields[name]), default: []].append(count)
      }
    }
    return series.mapValues { $0.sorted()[$0.count / 2] }
  }

  /// The name as it was asked for: both say `:u` where only that side is allowed.
  private static func plain(_ name: Substring) -> String {
    String(name.hasSuffix(":u") ? name.dropLast(2) : name)
  }

  @Test(arguments: [
    ["true"], ["ls", "/"], ["dd", "if=/dev/zero", "of=/dev/null", "bs=1M", "count=20"],
  ])
  func `Page faults of a command equal those of perf stat`(command: [String]) throws {
    let (ours, theirs) = try both(command)
    #expect(theirs.count == 3)
    #expect(ours == theirs)
  }

  /// Which of two processes copies a shared page first is up to the scheduler, so
  /// that a few faults come and go.
  @Test func `Processes that a command starts are counted as perf stat counts them`() throws {
    let (ours, theirs) = try both(["sh", "-c", "ls / | sort | wc -l; true"])
    let ourFaults: Int = try #require(ours["page-faults"])
    let theirFaults: Int = try #require(theirs["page-faults"])
    #expect(abs(ourFaults - theirFaults) <= theirFaults / 20)
  }

  private func both(_ command: [String]) throws -> (ours: [String: Int], theirs: [String: Int]) {
    let events = "page-faults,minor-faults,major-faults"
    let perf: String = try #require(PerfTool.path)
    let theirs = try medians(
      ["setarch", "-R", perf, "stat", "-x,", "-e", events, "--"] + command,
      separator: ",", value: 0, name: 2)
    let ours = try medians(
      ["setarch", "-R", Program.path("count-command"), "--csv", "-e", events, "--"] + command,
      separator: ",", value: 2, name: 1)
    return (ours, theirs)
  }
}

private let perfStatIsAvailable: Bool = {
  guard let perf = PerfTool.path else { return false }
  return (try? PerfStatTests.execute(["setarch", "-R", perf, "stat", "-x,", "true"]).status) == 0
}()
