import Counting
import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

/// The examples of the documentation and the README, word for word where it matters.
@Suite(.serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct DocumentationTests {
  @Test func `A closure is counted in one call`() throws {
    let measurement = try measure("page-faults,task-clock,cycles") {
      (0..<100_000).map { $0 * 3 }.reduce(0, +)
    }
    print(measurement.value)  // what the closure returned
    print(measurement.counts)  // a line for each event
    #expect(measurement.value == 14_999_850_000)
    #expect(measurement.counts.count == 3)
  }

  @Test func `A result is taken apart by pattern`() throws {
    func load() { FreshPages(20).touch(20) }
    let measurement = try measure("page-faults") { load() }
    if case .exact(let faults)? = measurement.counts["page-faults"] {
      print("\(faults) page faults")
      #expect(faults >= 20)
    } else {
      Issue.record("\(measurement)")
    }
  }

  @Test func `A task is counted with its child tasks`() async throws {
    @Sendable func fetch(_ number: Int) async -> Int {
      await Task.yield()
      return number
    }
    let measurement = try await measureTask("page-faults,task-clock") {
      async let first = fetch(1)
      async let second = fetch(2)
      return await first + second
    }
    #expect(measurement.value == 3)
  }

  @Test func `Regions nest`() throws {
    let documents: [String] = ["a", "b", "c"]
    func parse(_ document: String) { _ = document.utf8.count }
    let regions = try RegionCounter("task-clock,page-faults")
    let parsing = regions.region("parse")
    for document in documents {
      try regions.measure("document") {
        try regions.measure(parsing) { parse(document) }
      }
    }
    for total in try regions.totals() {
      print(total)
    }
    #expect(try regions.totals().map(\.entries) == [3, 3])
  }

  @Test func `The README's regions count`() throws {
    let regions = try RegionCounter("task-clock,page-faults")
    try regions.measure("load") {
      let numbers = try regions.measure("parse") { (0..<100_000).map { $0 * 3 } }
      try regions.measure("sum") { print(numbers.reduce(0, +)) }
    }
    for total in try regions.totals() {
      print(total)
    }
    #expect(try regions.totals().map(\.name) == ["load", "parse", "sum"])
  }

  @Test func `A command is counted with everything that it starts`() throws {
    var command = try WaitingCommand(["sort", "/etc/passwd", "-o", "/dev/null"])
    let session = try CountingSession(
      EventCatalog().resolve("task-clock,page-faults"), command: command)
    try command.start()
    let status = try command.wait()
    print(status, try session.counts())
    #expect(status == .exited(0))
    #expect(try session.counts()["page-faults"]?.value ?? 0 > 0)
  }
}
