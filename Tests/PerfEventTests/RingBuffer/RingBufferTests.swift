import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Samples of page faults that the test itself causes.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct RingBufferTests {
  /// The header is 8 bytes; type 9 is a sample, 2 tells how many were lost.
  private static let sample: UInt32 = 9
  private static let lost: UInt32 = 2

  private func faults() throws -> EventDescriptor {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.samplePeriod = 1
    attributes.sampleFields = .address
    attributes.flags.insert(.disabled)
    return try EventDescriptor(opening: attributes)
  }

  private func drain(_ ring: inout RingBuffer) -> (addresses: [UInt], lost: UInt64) {
    var result: (addresses: [UInt], lost: UInt64) = ([], 0)
    while let record = ring.next() {
      let type: UInt32 = record.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      if type == Self.sample {
        result.addresses.append(record.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt.self))
      } else if type == Self.lost {
        result.lost += record.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt64.self)
      }
    }
    return result
  }

  /// The addresses within some pages, page by page.
  ///
  /// A page faults twice in a row if another test forks meanwhile.
  private func pages(of addresses: [UInt], in fresh: FreshPages) -> [Int] {
    var pages: [Int] = []
    for address in addresses {
      let offset = Int(bitPattern: address &- fresh.address)
      guard (0..<fresh.count * FreshPages.pageSize).contains(offset) else { continue }
      let page: Int = offset / FreshPages.pageSize
      if pages.last != page { pages.append(page) }
    }
    return pages
  }

  @Test func `every fault is one sample, in order, with its address`() throws {
    let event = try faults()
    var ring = try RingBuffer(of: event, dataPages: 8)
    let fresh = try #require(FreshPages(200))
    let isEmpty: Bool = !ring.hasRecords()
    #expect(isEmpty)
    try event.enable()
    fresh.touch()
    try event.disable()
    let isFilled: Bool = ring.hasRecords()
    #expect(isFilled)
    let records = drain(&ring)
    #expect(pages(of: records.addresses, in: fresh) == Array(0..<200))
    #expect(records.lost == 0)
    #expect(ring.skippedBytes == 0)
    let isDrained: Bool = !ring.hasRecords()
    #expect(isDrained)
  }

  /// One page holds 256 samples of 16 bytes; 5000 go around about 20 times.
  ///
  /// Samples of 24 bytes cross the end, so both sizes are tried.
  @Test(arguments: [SampleFields.address, [.address, .time]])
  func `records come whole over many laps`(fields: SampleFields) throws {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.samplePeriod = 1
    attributes.sampleFields = fields
    attributes.flags.insert(.disabled)
    let event = try EventDescriptor(opening: attributes)
    var ring = try RingBuffer(of: event, dataPages: 1)
    let place: Int = fields.contains(.time) ? 16 : 8
    var seen = 0
    for _ in 0..<50 {
      let fresh = try #require(FreshPages(100))
      try event.enable()
      fresh.touch()
      try event.disable()
      var addresses: [UInt] = []
      while let record = ring.next() {
        #expect(record.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self) == Self.sample)
        #expect(record.byteCount == place + 8)
        addresses.append(record.unsafeLoadUnaligned(fromByteOffset: place, as: UInt.self))
      }
      #expect(pages(of: addresses, in: fresh) == Array(0..<100))
      seen += addresses.count
    }
    #expect(seen >= 5000)
    #expect(ring.skippedBytes == 0)
  }

  @Test func `what finds no room is counted as lost`() throws {
    let event = try faults()
    var ring = try RingBuffer(of: event, dataPages: 1)
    let fresh = try #require(FreshPages(1000))
    try event.enable()
    fresh.touch()
    try event.disable()
    let first = drain(&ring)
    #expect((200...FreshPages.pageSize / 16).contains(first.addresses.count))
    // The next sample brings the record of those that were lost before it.
    let more = try #require(FreshPages(10))
    try event.enable()
    more.touch()
    try event.disable()
    let later = drain(&ring)
    let lost: UInt64 = first.lost + later.lost
    #expect(lost >= 1000 - UInt64(FreshPages.pageSize / 16))
    let all: UInt64 = try event.readWords()[0]
    #expect(UInt64(first.addresses.count + later.addresses.count) + lost == all)
  }

  @Test func `more than a user may map, or a number that is no power of two, is an error`() throws {
    let event = try faults()
    for pages in [0, -1, 3, 12, .min, .max] {
      #expect(throws: PerfEventError.systemCall("mmap", .invalidArgument)) {
        _ = try RingBuffer(of: event, dataPages: pages).skippedBytes
      }
    }
    #expect(throws: PerfEventError.self) {
      _ = try RingBuffer(of: event, dataPages: 1 << 61).skippedBytes
    }
  }
}
