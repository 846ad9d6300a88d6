import Counting
import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct CounterGroupTests {
  @Test func `A disabled group counts nothing and is not zero`() throws {
    let group = try CounterGroup("page-faults")
    FreshPages(10).touch(10)
    #expect(group.counts(of: try group.read())["page-faults"] == .notCounted(.neverRan))
  }

  @Test func `Only what happens while enabled is counted`() throws {
    let counter = try Counter("page-faults")
    let pages = FreshPages(300)
    pages.touch(100)
    try counter.enable()
    pages.touch(100)
    try counter.disable()
    pages.touch(100)
    #expect(try counter.read() == .exact(100))
  }

  @Test func `The leader switches all members`() throws {
    var counts: [UInt64] = []
    // A machine that is short of memory takes pages away at any time, and the
    // fault that brings one back is counted too.
    while counts.count < 5 && counts.last != 50 {
      let group = try CounterGroup("task-clock,page-faults,minor-faults")
      let pages = FreshPages(200)
      pages.touch(100)
      try group.enable()
      pages.touch(50)
      try group.disable()
      pages.touch(50)
      let reading: Reading = try group.read()
      counts.append(reading.value(of: 1))
      #expect(reading.value(of: 2) <= reading.value(of: 1))
      #expect(reading.memberCount == 3)
      #expect(reading.timeEnabled == reading.timeRunning)
    }
    #expect(counts.last == 50 && counts.allSatisfy { $0 >= 50 }, "\(counts)")
  }

  @Test func `Differences of readings are exact`() throws {
    let group = try CounterGroup("page-faults,minor-faults")
    try group.enable()
    let pages = FreshPages(60)
    var last: Reading = try group.read()
    for count in 1...10 {
      pages.touch(count)
      let now: Reading = try group.read()
      let delta: Reading = now.delta(since: last)
      #expect(delta.count(of: 0) == .exact(UInt64(count)))
      #expect(delta.count(of: 1) == .exact(UInt64(count)))
      last = now
    }
  }

  @Test func `Reading into the same storage gives the same values`() throws {
    let group = try CounterGroup("page-faults")
    try group.enable()
    FreshPages(10).touch(10)
    var reading: Reading = try group.read()
    try group.read(into: &reading)
    #expect(reading.count(of: 0) == .exact(10))
  }

  @Test func `A group may be read and closed by another thread`() throws {
    let group = try CounterGroup("page-faults")
    try group.enable()
    FreshPages(25).touch(25)
    try group.disable()
    let box = Box(group)
    nonisolated(unsafe) var value: UInt64?
    onOwnThread { value = try? box.group.read().value(of: 0) }
    #expect(value == 25)
  }

  private final class Box: Sendable {
    let group: CounterGroup
    init(_ group: consuming CounterGroup) { self.group = group }
  }

  @Test func `A group on a command counts it from its first instruction on`() throws {
    var command = try WaitingCommand(["sh", "-c", "true; true"])
    let group = try CounterGroup(
      events("page-faults,minor-faults"), target: .thread(command.processID),
      options: [.inherit, .enableOnExec])
    #expect(group.counts(of: try group.read())["page-faults"] == .notCounted(.neverRan))
    try command.start()
    _ = try command.wait()
    let counts: Counts = group.counts(of: try group.read())
    #expect(try #require(counts["page-faults"]?.exactValue) > 10)
    #expect(counts["page-faults"] == counts["minor-faults"])
  }

  @Test func `A group on another thread counts that thread alone`() throws {
    final class Shared: @unchecked Sendable {
      var thread: Int32 = 0
      let isReady = DispatchSemaphore(value: 0)
      let mayGo = DispatchSemaphore(value: 0)
      let isDone = DispatchSemaphore(value: 0)
    }
    let shared = Shared()
    Thread.detachNewThread {
      shared.thread = ThreadIdentity.kernelThreadID
      let pages = FreshPages(77)
      shared.isReady.signal()
      shared.mayGo.wait()
      pages.touch(77)
      shared.isDone.signal()
    }
    shared.isReady.wait()
    let counter = try Counter(events("page-faults")[0], target: .thread(shared.thread))
    try counter.enable()
    FreshPages(500).touch(500)
    shared.mayGo.signal()
    shared.isDone.wait()
    let counted: UInt64 = try #require(try counter.read().exactValue)
    #expect((77..<200).contains(counted))
  }

  @Test func `An empty list of events is an error`() {
    #expect(throws: CountingError.self) { _ = try CounterGroup([]) }
  }
}
