import Counting
import EventCatalog
import Glibc
import PerfEvent
import TestSupport
import Testing

/// Events bound to one CPU wait while their thread is elsewhere: real scaling on a
/// real kernel, without a hardware PMU.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"),
  .enabled(if: allowedCPUs().count >= 2, "two CPUs are needed"))
struct CPUFilterTests {
  @Test func `Counts on two CPUs add up to the unfiltered count exactly`() throws {
    let cpus: [Int] = Array(allowedCPUs().prefix(2))
    nonisolated(unsafe) var outcome: Result<[Reading], any Error>?
    onOwnThread { outcome = Result { try Self.alternate(cpus) } }
    let readings: [Reading] = try #require(outcome).get()
    let (all, first, second) = (readings[0], readings[1], readings[2])
    #expect(first.value(of: 0) + second.value(of: 0) == all.value(of: 0))
    #expect(all.value(of: 0) >= 1000)
    #expect(all.count(of: 0) == .exact(all.value(of: 0)))
    for reading in [first, second] {
      #expect(reading.timeRunning > 0)
      #expect(reading.timeRunning < reading.timeEnabled)
      guard case .scaled(let estimate, let share) = reading.count(of: 0) else {
        Issue.record("not scaled: \(reading.count(of: 0))")
        continue
      }
      #expect(share > 0 && share < 1)
      #expect(estimate > Double(reading.value(of: 0)))
    }
  }

  /// Touches 1000 pages while the thread moves from CPU to CPU.
  private static func alternate(_ cpus: [Int]) throws -> [Reading] {
    pin(to: cpus[0])
    let pages = FreshPages(1000)
    let targets: [EventTarget] =
      [.callingThread] + cpus.map { EventTarget(task: 0, cpu: Int32($0)) }
    let all = try CounterGroup(events("page-faults"), target: targets[0])
    let first = try CounterGroup(events("page-faults"), target: targets[1])
    let second = try CounterGroup(events("page-faults"), target: targets[2])
    try all.enable()
    try first.enable()
    try second.enable()
    for period in 0..<10 {
      pin(to: cpus[period % 2])
      pages.touch(100)
    }
    try all.disable()
    try first.disable()
    try second.disable()
    return [try all.read(), try first.read(), try second.read()]
  }

  @Test func `An event of a CPU that the thread never visits says so`() throws {
    let cpus: [Int] = allowedCPUs()
    nonisolated(unsafe) var outcome: Result<Counts, any Error>?
    onOwnThread {
      outcome = Result {
        pin(to: cpus[0])
        let group = try CounterGroup(
          events("page-faults"), target: EventTarget(task: 0, cpu: Int32(cpus[1])))
        try group.enable()
        FreshPages(100).touch(100)
        return group.counts(of: try group.read())
      }
    }
    #expect(try #require(outcome).get()["page-faults"] == .notCounted(.wrongCPU))
  }
}
