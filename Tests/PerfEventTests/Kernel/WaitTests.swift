import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Waits for events, and mappings at an offset.
@Suite(
  .serialized, .timeLimit(.minutes(1)),
  .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct WaitTests {
  private let kernel = LinuxKernel()

  private func sampling() -> EventAttributes {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.samplePeriod = 1
    attributes.sampleFields = .address
    attributes.wakeup = 1
    attributes.flags.insert(.disabled)
    return attributes
  }

  @Test func `records end a wait, and tell whose they are`() throws {
    let quiet = try EventDescriptor(opening: sampling())
    let quietRing = try RingBuffer(of: quiet, dataPages: 4)
    let busy = try EventDescriptor(opening: sampling())
    let busyRing = try RingBuffer(of: busy, dataPages: 4)
    let both: [Int32] = [quiet.fileDescriptor, busy.fileDescriptor]
    #expect(try kernel.wait(for: both, milliseconds: 0) == [[], []])
    let pages = try #require(FreshPages(5))
    try busy.enable()
    pages.touch()
    try busy.disable()
    #expect(try kernel.wait(for: both, milliseconds: 10_000) == [[], .records])
    #expect(quietRing.skippedBytes == 0 && busyRing.skippedBytes == 0)
  }

  @Test func `without records a wait lasts as long as it may`() throws {
    let event = try EventDescriptor(opening: sampling())
    let ring = try RingBuffer(of: event, dataPages: 4)
    var ready: [EventReadiness] = []
    let time: Duration = try ContinuousClock().measure {
      ready = try kernel.wait(for: [event.fileDescriptor], milliseconds: 40)
    }
    #expect(ready == [[]])
    #expect(time >= .milliseconds(39))
    #expect(ring.skippedBytes == 0)
  }

  @Test func `the end of the task ends a wait without limit`() throws {
    var command = try WaitingCommand(["true"])
    var attributes: EventAttributes = sampling()
    attributes.flags.insert(.enableOnExec)
    attributes.samplePeriod = 1 << 40
    let event = try EventDescriptor(
      opening: attributes, target: EventTarget(task: command.processID))
    let ring = try RingBuffer(of: event, dataPages: 1)
    try command.start()
    #expect(try command.wait() == .exited(0))
    let ready: [EventReadiness] = try kernel.wait(
      for: [event.fileDescriptor], milliseconds: nil)
    #expect(ready.first?.contains(.ended) == true)
    #expect(ring.skippedBytes == 0)
  }

  @Test func `an event without ring buffer never lets anybody wait`() throws {
    let event = try EventDescriptor(opening: sampling())
    #expect(try kernel.wait(for: [event.fileDescriptor], milliseconds: nil) == [.ended])
  }

  @Test func `what is not open is told apart`() throws {
    #expect(try kernel.wait(for: [1 << 29], milliseconds: nil) == [.invalid])
    #expect(try kernel.wait(for: [], milliseconds: 0) == [])
  }

  @Test func `an event without AUX buffer cannot be mapped at an offset`() throws {
    let event = try EventDescriptor(opening: sampling())
    let ring = try RingBuffer(of: event, dataPages: 1)
    #expect(throws: Errno.invalidArgument) {
      _ = try kernel.map(
        event.fileDescriptor, offset: 2 * MemoryPage.size, length: MemoryPage.size,
        access: .readWrite)
    }
    #expect(ring.skippedBytes == 0)
  }

  @Test func `a scripted kernel tells what its rules say`() throws {
    let scripted = ScriptedKernel()
    let first = try EventDescriptor(opening: sampling(), kernel: scripted)
    let second = try EventDescriptor(opening: sampling(), kernel: scripted)
    let busy: Int32 = second.fileDescriptor
    scripted.onWait { $0 == busy ? [.records, .ended] : nil }
    let all: [Int32] = [first.fileDescriptor, busy, 7]
    #expect(
      try scripted.wait(for: all, milliseconds: 5) == [[], [.records, .ended], .invalid])
    #expect(scripted.calls.last == .wait(all, milliseconds: 5))
    let memory = try scripted.map(busy, offset: 8192, length: 4096, access: .readOnly)
    #expect(scripted.calls.last == .map(busy, offset: 8192, length: 4096, .readOnly))
    scripted.unmap(memory)
  }
}
