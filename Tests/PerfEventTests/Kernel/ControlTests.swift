import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Requests about software events on the kernel below.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct ControlTests {
  private func timed(_ event: RealKernel.Software, _ flags: EventFlags = []) -> EventAttributes {
    var attributes: EventAttributes = RealKernel.software(event)
    attributes.readFormat = [.timeEnabled, .timeRunning]
    attributes.flags.formUnion(flags)
    return attributes
  }

  private func touch(_ count: Int) throws {
    try #require(FreshPages(count)).touch()
  }

  @Test func `an event counts only while it is enabled`() throws {
    let event = try EventDescriptor(opening: timed(.pageFaults, .disabled))
    try touch(20)
    #expect(try event.readWords() == [0, 0, 0])
    try event.enable()
    try touch(20)
    try event.disable()
    let first: [UInt64] = try event.readWords()
    #expect(first[0] >= 20)
    #expect(first[1] > 0 && first[1] == first[2])
    try touch(20)
    #expect(try event.readWords() == first)
  }

  @Test func `reset clears the count and keeps the times`() throws {
    let event = try EventDescriptor(opening: timed(.pageFaults))
    try touch(100)
    try event.disable()
    let before: [UInt64] = try event.readWords()
    try event.reset()
    let after: [UInt64] = try event.readWords()
    #expect(before[0] >= 100)
    #expect(after == [0, before[1], before[2]])
  }

  @Test func `a request can concern the whole group`() throws {
    let leader = try EventDescriptor(opening: timed(.pageFaults, .disabled))
    let sibling = try EventDescriptor(
      opening: timed(.pageFaults, .disabled), joining: leader)
    try leader.enable()
    try touch(10)
    #expect(try sibling.readWords()[0] == 0)
    try leader.enable(.group)
    try touch(10)
    try leader.disable(.group)
    #expect(try sibling.readWords()[0] >= 10)
    try leader.reset(.group)
    #expect(try leader.readWords()[0] == 0)
    #expect(try sibling.readWords()[0] == 0)
  }

  @Test func `identifiers are unique`() throws {
    let first = try EventDescriptor(opening: RealKernel.software(.dummy))
    let second = try EventDescriptor(opening: RealKernel.software(.dummy))
    #expect(try first.identifier() > 0)
    #expect(try first.identifier() == (try first.identifier()))
    #expect(try first.identifier() != (try second.identifier()))
  }

  @Test func `prctl stops and starts the events of the calling thread`() throws {
    let event = try EventDescriptor(opening: timed(.pageFaults))
    try LinuxKernel().controlEventsOfThread(.disabled)
    let before: UInt64 = try event.readWords()[0]
    try touch(30)
    #expect(try event.readWords()[0] == before)
    try LinuxKernel().controlEventsOfThread(.enabled)
    try touch(30)
    #expect(try event.readWords()[0] >= before + 30)
  }

  private func sampling(period: UInt64) -> EventAttributes {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.samplePeriod = period
    attributes.sampleFields = .address
    return attributes
  }

  private func samples(_ ring: inout RingBuffer) -> Int {
    var count = 0
    while let record = ring.next() {
      if record.unsafeLoad(fromByteOffset: 0, as: UInt32.self) == 9 { count += 1 }
    }
    return count
  }

  @Test func `another period gives another number of samples`() throws {
    var attributes: EventAttributes = sampling(period: 10)
    attributes.flags.insert(.disabled)
    let event = try EventDescriptor(opening: attributes)
    var ring = try RingBuffer(of: event, dataPages: 4)
    let pages = try #require(FreshPages(100))
    try event.setPeriod(50)
    try event.enable()
    pages.touch()
    try event.disable()
    // Ten with the period of the opening; a few faults may be the test's own.
    #expect((2...5).contains(samples(&ring)))
    #expect(throws: PerfEventError.systemCall("ioctl PERF_EVENT_IOC_PERIOD", .invalidArgument)) {
      try event.setPeriod(0)
    }
  }

  @Test func `refresh allows so many overflows and then disables`() throws {
    var attributes: EventAttributes = sampling(period: 1)
    attributes.flags.insert(.disabled)
    let event = try EventDescriptor(opening: attributes)
    var ring = try RingBuffer(of: event, dataPages: 4)
    let pages = try #require(FreshPages(40))
    try event.refresh(overflows: 5)
    pages.touch()
    #expect(samples(&ring) == 5)
  }

  @Test func `output can go to another event's buffer, and back`() throws {
    var attributes: EventAttributes = sampling(period: 1)
    attributes.flags.insert(.disabled)
    let target = try EventDescriptor(opening: RealKernel.software(.dummy))
    var ring = try RingBuffer(of: target, dataPages: 4)
    let event = try EventDescriptor(opening: attributes)
    try event.redirectOutput(to: target)
    let pages = try #require(FreshPages(7))
    try event.enable()
    pages.touch()
    try event.disable()
    #expect(samples(&ring) >= 7)
    try event.restoreOutput()
    try event.enable()
    try touch(5)
    try event.disable()
    #expect(samples(&ring) == 0)
  }

  @Test func `a paused buffer gets nothing`() throws {
    let event = try EventDescriptor(opening: sampling(period: 1))
    var ring = try RingBuffer(of: event, dataPages: 4)
    try event.setOutput(.disabled)
    _ = samples(&ring)
    try touch(20)
    #expect(samples(&ring) == 0)
    try event.setOutput(.enabled)
    let pages = try #require(FreshPages(20))
    pages.touch()
    #expect(samples(&ring) >= 20)
  }

  @Test func `what an event cannot have filtered is an error`() throws {
    let event = try EventDescriptor(opening: RealKernel.software(.dummy))
    let error = #expect(throws: PerfEventError.self) { try event.setFilter("common_pid == 1") }
    #expect(error == .systemCall("ioctl PERF_EVENT_IOC_SET_FILTER", .invalidArgument))
    #expect(throws: PerfEventError.self) { try event.attach(bpfProgram: -1) }
    #expect(throws: PerfEventError.self) { try event.bpfPrograms() }
  }

  /// The number of the tracepoint that each getpriority(2) passes, if it can be read.
  private static let tracepoint: UInt64? = {
    let paths: [String] = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"]
      .map { $0 + "/events/syscalls/sys_enter_getpriority/id" }
    return paths.lazy.compactMap { try? LinuxKernel().readText($0) }.compactMap { UInt64($0) }.first
  }()

  @Test(.enabled(if: tracepoint != nil, "the numbers of tracepoints cannot be read"))
  func `a tracepoint is exact, and a filter on it too`() throws {
    var attributes = EventAttributes(type: .tracepoint, config: try #require(Self.tracepoint))
    attributes.flags = .disabled
    let all = try EventDescriptor(opening: attributes)
    let some = try EventDescriptor(opening: attributes)
    try some.setFilter("who == 77")
    #expect(throws: PerfEventError.systemCall("ioctl PERF_EVENT_IOC_SET_FILTER", .invalidArgument))
    { try all.setFilter("no_such_field == 1") }
    try all.enable()
    try some.enable()
    for who: UInt32 in 0..<100 { _ = getpriority(Int32(PRIO_PROCESS.rawValue), who == 99 ? 77 : 0) }
    try all.disable()
    try some.disable()
    #expect(try all.readWords() == [100])
    #expect(try some.readWords() == [1])
  }
}
