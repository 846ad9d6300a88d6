import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("Reading on behind damage", .timeLimit(.minutes(2)))
struct RecoveryTests {
  /// A recording of samples of different sizes, and of records about processes.
  private static func builder(_ order: ByteOrder, count: Int = 60) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event(
      [.identifier, .instructionPointer, .thread, .time, .period, .callchain], identifiers: [7, 8])
    builder.event([.identifier, .instructionPointer, .thread, .time, .raw], identifiers: [9])
    for number in 0..<count {
      let time = 1_000_000 + UInt64(number) * 1000
      switch number % 5 {
      case 0:
        builder.record(3) { body in
          body.u32(1, 2)
          body.text("name\(number)")
          body.u32(1, 2)
          body.u64(time, 7)
        }
      case 1:
        builder.record(9) { body in
          body.u64(9, 0x4000)
          body.u32(1, 2)
          body.u64(time)
          body.u32(12)
          body.raw([UInt8](repeating: UInt8(number), count: 12))
        }
      case 2: builder.record(68) { _ in }
      default:
        builder.record(9) { body in
          body.u64(8, 0x5000)
          body.u32(1, 2)
          body.u64(time, 1, UInt64(number % 7))
          for frame in 0..<(number % 7) { body.u64(0x6000 + UInt64(frame)) }
        }
      }
    }
    return builder
  }

  private struct Outcome {
    var records: [[UInt8]] = []
    var gaps: [RecordingGap] = []
  }

  private static func read(_ bytes: [UInt8]) throws -> Outcome {
    let file = try PerfDataFile(bytes: bytes)
    var records = file.records(atDamage: .skip)
    var outcome = Outcome()
    while let record = try records.next() { outcome.records.append([UInt8](copying: record.bytes)) }
    outcome.gaps = records.gaps
    #expect(records.gapCount == outcome.gaps.count)
    return outcome
  }

  /// What may be written over the header of a record.
  static let damages: [[UInt8]] = [
    [9, 0, 0, 0, 2, 0, 0, 0], [9, 0, 0, 0, 2, 0, 4, 0], [9, 0, 0, 0, 2, 0, 0xf8, 0xff],
    [9, 0, 0, 0, 2, 0, 24, 0], [9, 0, 0, 0, 2, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0],
    [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [76, 0, 0, 0, 0, 0, 8, 0],
    [71, 0, 0, 0, 0, 0, 48, 0], [30, 0, 0, 0, 0, 0, 16, 0], [0x6b, 1, 2, 3, 4, 5, 6, 7],
  ]

  @Test("An undamaged file has no gap", arguments: [ByteOrder.littleEndian, .bigEndian])
  func undamaged(order: ByteOrder) throws {
    let builder = Self.builder(order)
    for bytes in [builder.file(), builder.pipe()] {
      let outcome = try Self.read(bytes)
      #expect(outcome.records.suffix(60) == builder.records[...])
      #expect(outcome.gaps.isEmpty)
    }
  }

  @Test("A record whose header is damaged is the only one lost", arguments: damages)
  func header(damage: [UInt8]) throws {
    for order in [ByteOrder.littleEndian, .bigEndian] {
      let builder = Self.builder(order)
      let header = order == .littleEndian ? damage : Self.swapped(damage)
      let start = builder.file().count - builder.records.reduce(0) { $0 + $1.count }
      // The last ones have no three records behind them, but the end of the file.
      for index in builder.records.indices where index % 5 != 2 {
        var damaged = builder
        damaged.records[index].replaceSubrange(0..<8, with: header)
        if damaged.records[index] == builder.records[index] { continue }
        let outcome = try Self.read(damaged.file())
        var expected = builder.records
        expected.remove(at: index)
        let known = Set(builder.records)
        #expect(outcome.records.filter(known.contains) == expected, "record \(index)")
        let offset = start + builder.records[..<index].reduce(0) { $0 + $1.count }
        let range = UInt64(offset)..<UInt64(offset + builder.records[index].count)
        // What became a record of another kind, with some size, may pass for one.
        if header.contains(71) {
          #expect(outcome.gaps.allSatisfy { range.contains($0.range.lowerBound) })
        } else {
          #expect(outcome.gaps.map(\.range) == [range], "record \(index)")
        }
      }
    }
  }

  private static func swapped(_ header: [UInt8]) -> [UInt8] {
    header[0..<4].reversed() + header[4..<6].reversed() + header[6..<8].reversed()
  }

  @Test("Bytes of any number that do not belong there are skipped", arguments: 1...40)
  func inserted(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let builder = Self.builder(.littleEndian)
    let garbage = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var damaged = builder
    damaged.records.insert(garbage, at: 31)
    for bytes in [damaged.file(), damaged.pipe()] {
      let outcome = try Self.read(bytes)
      #expect(outcome.records.suffix(60) == builder.records[...], "seed \(count)")
      #expect(outcome.gaps.map(\.range.count) == [count], "seed \(count)")
    }
  }

  @Test("A file that ends within a record has that one as a gap")
  func cut() throws {
    let builder = Self.builder(.littleEndian)
    let bytes = builder.file()
    for count in 1...150 {
      let outcome = try Self.read(Array(bytes.dropLast(count)))
      let whole = outcome.records.reduce(0) { $0 + $1.count }
      #expect(outcome.records[...] == builder.records.prefix(outcome.records.count))
      let all = builder.records.reduce(0) { $0 + $1.count }
      let left = all - count - whole
      #expect(left >= 0 && left < builder.records[outcome.records.count].count)
      // Beside what is left of the record, the header promises more bytes.
      #expect(outcome.gaps.first?.range.count == left)
    }
  }

  @Test("Whatever bytes are changed, most of the other records come out", arguments: 1...200)
  func mutated(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let builder = Self.builder(seed % 2 == 0 ? .littleEndian : .bigEndian, count: 200)
    var bytes = builder.file()
    let start = bytes.count - builder.records.reduce(0) { $0 + $1.count }
    for _ in 0..<4 {
      let place = Int.random(in: start..<(bytes.count - 8), using: &generator)
      for offset in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[place + offset] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    let outcome = try Self.read(bytes)
    let found = Set(outcome.records)
    let lost = builder.records.filter { !found.contains($0) }.count
    // Each change damages at most two records; a rare one hides a neighbour too.
    #expect(lost <= 12, "seed \(seed)")
    #expect(outcome.gaps.count <= 8, "seed \(seed)")
  }

  @Test(
    "Damaged recordings give all records but the damaged ones",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func real() throws {
    let folder = "generated/perf6.1/"
    let whole = try Self.read(SharedData.bytes(folder + "fp.data")).records
    let damaged = "generated/damaged/"
    let oversize = try Self.read(SharedData.bytes(damaged + "oversize_record200.data"))
    #expect(oversize.records == Array(whole[..<200]) + Array(whole[201...]))
    #expect(oversize.gaps.count == 1)
    let zero = try Self.read(SharedData.bytes(damaged + "zero_size_record300.data"))
    #expect(zero.records == Array(whole[..<300]) + Array(whole[301...]))
    #expect(zero.gaps.count == 1)
    let cut = try Self.read(SharedData.bytes(damaged + "cut_midrecord.data"))
    #expect(cut.records[...] == whole.prefix(497))
    let killed = try Self.read(SharedData.bytes(damaged + "killed.data"))
    #expect(killed.records.count == 1410)
    #expect(killed.gaps.isEmpty)
    let packed = try Self.read(SharedData.bytes(damaged + "zstd_corrupt.data"))
    #expect(packed.gaps.map(\.fault.code) == [.compression])
    let sound = try Self.read(SharedData.bytes(folder + "zstd.data"))
    // The recorder's own records behind the damage are there.
    #expect(packed.records.last == sound.records.last)
  }

  @Test(
    "Undamaged recordings have no gaps",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: SharedData.rows.filter { !$0.path.contains("damaged") })
  func sound(row: SharedData.Row) throws {
    let file = try PerfDataFile(path: SharedData.path(row.path))
    var plain = file.records()
    var careful = file.records(atDamage: .skip)
    while let record = try plain.next() {
      guard let other = try careful.next() else {
        Issue.record("fewer records")
        return
      }
      #expect(other.kind == record.kind && other.offset == record.offset)
      #expect(other.size == record.size && other.eventIndex == record.eventIndex)
    }
    #expect(try careful.next() == nil)
    #expect(careful.gaps == [])
  }
}
