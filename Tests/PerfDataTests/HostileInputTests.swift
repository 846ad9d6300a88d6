import PerfEvent
import TestSupport
import Testing

@testable import PerfData

@Suite("Input made to take long", .timeLimit(.minutes(2)))
struct HostileInputTests {
  private static func counts(
    _ file: borrowing PerfDataFile
  ) throws -> (samples: Int, gaps: [RecordingGap]) {
    var records = file.records(atDamage: .skip)
    var samples = 0
    while let record = try records.next() {
      if record.kind == .sample { samples += 1 }
    }
    return (samples, records.gaps)
  }

  @Test("Damage before each of many leaps of time costs no search of the whole file each")
  func leaps() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .time])
    let groups = 4000
    for group in 0..<UInt64(groups) {
      // Two hours later than the group before, and behind a byte that is no record's.
      builder.records.append([0xee])
      for step in 0..<4 as Range<UInt64> {
        builder.record(9) { $0.u64(7, group * 7_200_000_000_000 + step + 1) }
      }
    }
    // Searching to the end of the file for each would take 10 ^ 9 steps.
    let (samples, gaps) = try Self.counts(try PerfDataFile(bytes: builder.file()))
    #expect(samples == 4 * groups)
    #expect(gaps.map(\.range.count) == [Int](repeating: 1, count: groups))
  }

  @Test("A piece that unpacks to bytes without a record is left soon", arguments: [81, 83])
  func emptyPieces(kind: UInt32) throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .period])
    builder.record(9) { $0.u64(1, 1) }
    for _ in 0..<20 {
      let piece = CompressionTests.runs(500, of: 0)
      builder.record(kind) { body in
        if kind == 83 { body.u64(UInt64(piece.count)) }
        body.raw(piece)
      }
      builder.record(9) { $0.u64(2, 1) }
      builder.record(9) { $0.u64(3, 1) }
    }
    let (samples, gaps) = try Self.counts(try PerfDataFile(bytes: builder.file()))
    #expect(samples == 41)
    #expect(!gaps.isEmpty)
  }

  @Test("An end of the records beyond all numbers is waited for, and not looked up again and again")
  func endlessFile() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let folder = TemporaryFolder()
    for size: UInt64 in [.max, .max - 1, .max - 500] {
      let path = try folder.write(builder.file(dataSize: size), as: "perf.data")
      var follower = try RecordFollower(path: path, patience: 0)
      #expect(try follower.next()?.sample?.instructionPointer == 1)
      #expect(try follower.next() == nil)
      #expect(follower.end == .silent)
    }
  }

  @Test("Compressed records are unpacked as they come", arguments: [81, 83] as [UInt32])
  func followed(kind: UInt32) throws {
    var plain = PerfDataBuilder()
    plain.event([.instructionPointer, .period])
    for number in 0..<200 as Range<UInt64> { plain.record(9) { $0.u64(number, 1) } }
    let folder = TemporaryFolder()
    // Records begin in one piece and end in the next.
    let packed = CompressionTests.compressed(plain, size: 100, kind: kind)
    for bytes in [packed.file(), packed.pipe()] {
      let path = try folder.write(bytes, as: "perf.data")
      var follower = try RecordFollower(path: path, patience: 0)
      var pointers: [UInt64] = []
      while let record = try follower.next() {
        if let pointer = record.sample?.instructionPointer { pointers.append(pointer) }
      }
      #expect(pointers == Array(0..<200))
    }
  }

  @Test("What unpacks to far too much is refused by a follower too")
  func followedBomb() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(81) { $0.raw(CompressionTests.runs(600, of: 8)) }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "perf.data")
    var follower = try RecordFollower(path: path, patience: 0)
    let error = #expect(throws: PerfDataError.self) {
      while try follower.next() != nil {}
    }
    #expect(error?.code == .compression)
  }

  @Test("A stream that changes its events again and again is not followed for ever")
  func endlessEvents() throws {
    var builder = PerfDataBuilder()
    for number in 1...100 as ClosedRange<UInt64> {
      let attributes = EventAttributes(type: .software, config: 0)
      builder.record(64) { body in
        body.raw(attributes.bytes(byteOrder: .littleEndian, size: 64))
        body.u64(number)
      }
      builder.record(15) { $0.u64(1) }
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.pipe(), as: "live.data")
    for (most, isRefused) in [(5050, false), (5049, true)] {
      var follower = try RecordFollower(path: path, patience: 0)
      follower.mostChanges = most
      var fault: PerfDataError?
      do throws(PerfDataError) {
        while try follower.next() != nil {}
      } catch {
        fault = error
      }
      #expect(follower.events.count == 100)
      #expect((fault?.code == .unsupported) == isRefused)
    }
  }

  @Test("A packed file that unpacks to far too much is refused")
  func packedBomb() throws {
    // The begin of a recording, and 75 MiB of zeros behind it.
    let begin = try #require(
      try WrappingTests.packed(
        Array("PERFILE2".utf8) + [104] + [UInt8](repeating: 0, count: 95), by: "zstd"))
    let error = #expect(throws: PerfDataError.self) {
      _ = try PerfDataFile(bytes: begin + CompressionTests.runs(600, of: 0))
    }
    #expect(error?.code == .compression)
    #expect(error?.subject == "packed file")
    // Half as much is within bounds.
    let file = try PerfDataFile(bytes: begin + CompressionTests.runs(300, of: 0))
    #expect(file.events.isEmpty)
  }

  @Test("A recording of many events is written in time")
  func manyEvents() throws {
    let count = 20_000
    var builder = PerfDataBuilder()
    builder.attributeSize = 64
    for number in 0..<count {
      builder.event([.identifier, .instructionPointer], identifiers: [UInt64(number) + 1])
    }
    builder.record(9) { $0.u64(UInt64(count), 7) }
    let file = try PerfDataFile(bytes: builder.file())
    // Comparing each identifier with all before would take 2 * 10 ^ 8 steps.
    let copy = try PerfDataFile(bytes: try file.copy(to: .memory))
    #expect(copy.events.count == count)
    var options = WriterOptions(like: file)
    options.describesEvents = true
    let again = try PerfDataFile(bytes: try file.convert(to: .memory, options: options))
    let isSame = again.events.map(\.identifiers) == file.events.map(\.identifiers)
    #expect(isSame)
  }

  @Test("A filter refuses samples of unknown events, also if it leaves one event of many")
  func unknownEvents() throws {
    var builder = PerfDataBuilder()
    for identifier in [1, 2, 3] as [UInt64] {
      builder.event([.identifier, .instructionPointer], identifiers: [identifier])
    }
    for identifier in [9, 2] as [UInt64] { builder.record(9) { $0.u64(identifier, 7) } }
    builder.record(14) { $0.u64(0) }
    let file = try PerfDataFile(bytes: builder.file())
    for removes in [false, true] {
      var filter = RecordingFilter()
      // A reader does not look at the identifiers of a recording of one event.
      filter.removesUnusedEvents = removes
      let error = #expect(throws: PerfDataError.self) { try filter.write(file, to: .memory) }
      #expect(error?.code == .unknownIdentifier && error?.value == 9)
    }
  }
}
