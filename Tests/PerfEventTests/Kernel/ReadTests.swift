import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Reads of software events on the kernel below.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct ReadTests {
  @Test func `the kernel tells the size of its attributes`() throws {
    let size = try #require(LinuxKernel().attributeSize)
    // At least what counting needs, at most a page, and a multiple of a word.
    #expect(size >= 112 && size < 4096 && size % 8 == 0)
  }

  /// Lost samples came with Linux 6.0; older kernels refuse the bit.
  private static func format(_ bits: UInt64) -> ReadFormat? {
    let format = ReadFormat(rawValue: bits)
    var attributes: EventAttributes = RealKernel.software(.dummy)
    attributes.readFormat = format
    let isKnown: Bool = (try? EventDescriptor(opening: attributes).fileDescriptor) != nil
    return isKnown ? format : nil
  }

  @Test(arguments: UInt64(0)..<32)
  func `every read format has the layout that ReadLayout says`(bits: UInt64) throws {
    guard let format = Self.format(bits) else { return }
    for memberCount in 1...4 {
      var attributes: EventAttributes = RealKernel.software(.pageFaults)
      attributes.readFormat = format
      let leader = try EventDescriptor(opening: attributes)
      var siblings: [Int32] = []
      defer { for sibling in siblings { LinuxKernel().close(sibling) } }
      for _ in 1..<memberCount {
        siblings.append(
          try LinuxKernel().open(
            attributes, target: .callingThread, group: leader.fileDescriptor,
            flags: .closeOnExec))
      }
      let pages = try #require(FreshPages(10))
      pages.touch()
      let layout = ReadLayout(format: format, memberCount: memberCount)
      let members: Int = format.contains(.group) ? memberCount : 1
      #expect(layout.memberCount == members)
      // One word more than needed, to see that the kernel fills no more.
      var words = [UInt64](repeating: .max, count: layout.wordCount + 1)
      var span: MutableSpan<UInt64> = words.mutableSpan
      #expect(try leader.read(into: &span) == layout.wordCount)
      #expect(words[layout.wordCount] == .max)
      if format.contains(.group) { #expect(words[0] == UInt64(memberCount)) }
      for member in 0..<members {
        #expect((10...5000).contains(words[layout.value(of: member)]))
        if let place = layout.lost(of: member) { #expect(words[place] == 0) }
      }
      if let place = layout.id(of: 0) { #expect(words[place] == (try leader.identifier())) }
      if let enabled = layout.timeEnabled { #expect(words[enabled] > 0) }
      if let running = layout.timeRunning { #expect(words[running] > 0) }
      if let enabled = layout.timeEnabled, let running = layout.timeRunning {
        #expect(words[enabled] == words[running])
      }
      #expect((layout.timeEnabled != nil) == format.contains(.timeEnabled))
      #expect((layout.timeRunning != nil) == format.contains(.timeRunning))
      #expect((layout.id(of: 0) != nil) == format.contains(.id))
      #expect((layout.lost(of: 0) != nil) == format.contains(.lost))
    }
  }

  @Test func `a buffer that is too short is an error and is left alone`() throws {
    var attributes: EventAttributes = RealKernel.software(.dummy)
    attributes.readFormat = [.timeEnabled, .timeRunning]
    let event = try EventDescriptor(opening: attributes)
    for count in 0..<3 {
      var words = [UInt64](repeating: 7, count: 3)
      let error = #expect(throws: PerfEventError.self) {
        var span: MutableSpan<UInt64> = words.mutableSpan
        return try event.read(into: &span, from: 0, count: count)
      }
      #expect(error == .systemCall("read", .noSpace))
      #expect(error?.description == "read failed: No space left on device (ENOSPC)")
      #expect(words == [7, 7, 7])
    }
  }

  @Test func `counts can go into the middle of other words`() throws {
    let event = try EventDescriptor(opening: RealKernel.software(.dummy))
    var words: [UInt64] = [7, 7, 7]
    var span: MutableSpan<UInt64> = words.mutableSpan
    #expect(try event.read(into: &span, from: 1, count: 1) == 1)
    #expect(words == [7, 0, 7])
  }

  @Test func `page faults are counted one by one`() throws {
    let event = try EventDescriptor(opening: RealKernel.software(.pageFaults))
    for count in [1, 17, 256] {
      // Another test that forks makes more pages fault, so the least of some is taken.
      var least: UInt64 = .max
      for _ in 0..<20 {
        let pages = try #require(FreshPages(count))
        let before: UInt64 = try event.readWords()[0]
        pages.touch()
        let after: UInt64 = try event.readWords()[0]
        #expect(after - before >= UInt64(count))
        least = min(least, after - before)
      }
      #expect(least <= UInt64(count) + 3)
    }
  }

  @Test func `an event opened on one thread is read and closed on another`() async throws {
    let event = try EventDescriptor(opening: RealKernel.software(.pageFaults))
    let pages = try #require(FreshPages(50))
    pages.touch()
    let box = Handover(event)
    let value: UInt64 = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            guard let event = box.take() else { throw Errno.badDescriptor }
            return try event.readWords()[0]
          })
      }
    }
    #expect(value >= 50)
  }

  /// In a process of its own, since other tests open events meanwhile.
  @Test func `everything is closed at the end of the scope`() async {
    await #expect(processExitsWith: .success) {
      func inner() throws {
        let leader = try EventDescriptor(opening: RealKernel.software(.dummy))
        let sibling = try EventDescriptor(
          opening: RealKernel.software(.pageFaults), joining: leader)
        guard RealKernel.openEvents() == 2 else { exit(1) }
        _ = sibling.fileDescriptor
        // A refusal asks the kernel many times, and leaves nothing behind either.
        var refused: EventAttributes = RealKernel.software(.dummy)
        refused.readFormat = ReadFormat(rawValue: 1 << 40)
        guard (try? EventDescriptor(opening: refused).target) == nil else { exit(2) }
        _ = leader.fileDescriptor
      }
      try inner()
      guard RealKernel.openEvents() == 0 else { exit(3) }
    }
  }
}

/// Carries a descriptor from one thread to another.
final class Handover: @unchecked Sendable {
  private var event: EventDescriptor?
  private let lock = NSLock()

  init(_ event: consuming EventDescriptor) {
    self.event = consume event
  }

  func take() -> EventDescriptor? {
    lock.lock()
    defer { lock.unlock() }
    return event.take()
  }
}
