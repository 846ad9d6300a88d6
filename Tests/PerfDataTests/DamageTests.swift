import PerfData
import PerfEvent
import Testing

@Suite("Damaged files")
struct DamageTests {
  /// A small file with every kind of thing in it.
  static func rich(_ order: ByteOrder) -> PerfDataBuilder {
    var builder = SampleTests.builder(order)
    builder.record(1) { body in
      body.u32(1, 2)
      body.u64(3, 4, 5)
      body.text("/bin/a")
      body.u64(0, 0, 5, 0, 0, 5)
    }
    builder.record(69) { $0.u64(1, 5, 0, 0, 0) }
    builder.record(68) { _ in }
    builder.feature(.hostname) { $0.sized("box") }
    builder.feature(.cpuCounts) { $0.u32(2, 2) }
    builder.feature(.pmuMappings) {
      $0.u32(1, 4)
      $0.sized("cpu")
    }
    return builder
  }

  @Test(
    "A file cut at every length is read up to the cut",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func cutFile(order: ByteOrder) throws {
    let builder = Self.rich(order)
    let bytes = builder.file()
    let whole = try #require(readEverything(bytes))
    var least = 0
    for count in 0..<bytes.count {
      guard let summary = readEverything(Array(bytes[..<count])) else { continue }
      let records = summary.kinds.values.reduce(0, +)
      #expect(records >= least)
      least = records
    }
    #expect(least == whole.kinds.values.reduce(0, +))
  }

  @Test(
    "A pipe cut at every length is read up to the cut",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func cutPipe(order: ByteOrder) throws {
    let bytes = Self.rich(order).pipe()
    var least = 0
    for count in 16..<bytes.count {
      let summary = try #require(readEverything(Array(bytes[..<count])))
      let records = summary.kinds.values.reduce(0, +)
      #expect(records >= least)
      least = records
    }
    #expect(least == 8 - 1)
  }

  @Test(
    "Every byte of a small file may have any of a few values",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func everyByte(order: ByteOrder) {
    for bytes in [Self.rich(order).file(), Self.rich(order).pipe()] {
      for index in bytes.indices {
        for value: UInt8 in [0, 1, 0x7f, 0x80, 0xff] where bytes[index] != value {
          var changed = bytes
          changed[index] = value
          _ = readEverything(changed)
        }
      }
    }
  }

  @Test("A record of size 0 and one beyond the end stop the reader, with the place")
  func sizes() throws {
    for (size, code) in [(0, PerfDataError.Code.invalidSize), (4, .invalidSize), (800, .truncated)]
    {
      var builder = PerfDataBuilder()
      builder.event([.instructionPointer])
      builder.record(9) { $0.u64(1) }
      builder.record(9, size: size) { $0.u64(2) }
      builder.record(9) { $0.u64(3) }
      let file = try PerfDataFile(bytes: builder.file())
      let summary = Summary(file)
      #expect(summary.samples == 1)
      #expect(summary.fault?.code == code)
      #expect(summary.fault?.offset == UInt64(file.dataRange.lowerBound + 16))
      #expect(summary.checksum < 1 << 60, "the reader went on behind its error")
    }
  }

  @Test("Data that the header promises and the file lacks are reported at the end")
  func missingData() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let file = try PerfDataFile(bytes: builder.file(dataSize: 1 << 40))
    let summary = Summary(file)
    #expect(summary.samples == 1)
    #expect(summary.fault?.code == .truncated)
    #expect(file.faults.contains { $0.code == .truncated } == true)
  }

  @Test("Payloads with nonsense sizes are not followed", arguments: [UInt64.max, 1 << 62, 1 << 33])
  func payloads(size: UInt64) throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    builder.record(71) { $0.u64(size, 0, 0, 0, 0) }
    let file = try PerfDataFile(bytes: builder.file())
    let summary = Summary(file)
    #expect(summary.samples == 1)
    #expect(summary.fault?.code == .truncated)
  }

  @Test("Many events with many updates take no quadratic time", .timeLimit(.minutes(1)))
  func manyUpdates() throws {
    var builder = PerfDataBuilder()
    builder.attributeSize = 64
    for number in 0..<30_000 { builder.event([.identifier], identifiers: [UInt64(number) + 1]) }
    for number in 0..<30_000 { builder.record(78) { $0.u64(0, UInt64(number) + 1, 0x78) } }
    let file = try PerfDataFile(bytes: builder.pipe())
    #expect(file.events.count == 30_000)
    #expect(file.events[29_999].unit == "x")
  }

  @Test("Names that are not UTF-8 and lack their end are text all the same")
  func wildNames() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer], flags: [])
    builder.record(3) {
      $0.u32(1, 2)
      $0.raw([0xff, 0xfe, 0x41])
    }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next(), case .commandName(let name) = record.content else {
      Issue.record("no name")
      return
    }
    #expect(name.name == "\u{fffd}\u{fffd}A")
    #expect([UInt8](copying: name.nameBytes) == [0xff, 0xfe, 0x41])
  }

  @Test("Seeded mutations of built files never trap", arguments: 1...20)
  func mutations(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let sources = [
      Self.rich(.littleEndian).file(), Self.rich(.bigEndian).file(),
      Self.rich(.littleEndian).pipe(), Self.rich(.bigEndian).pipe(),
    ]
    for _ in 0..<500 {
      _ = readEverything(generator.mutate(sources[Int(generator.next() % 4)]))
    }
  }

  @Test(
    "Seeded mutations of real files never trap",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: [
      "generated/perf6.1/zstd.data", "generated/perf6.1/dwarf.data",
      "generated/perf6.1/pipe_tracepoint.data", "generated/perf7.2/schedstats.data",
      "linux-perf-data/sleep.compressed.pipe.data", "quipper/testdata/perf.data.branch-4.14",
      "generated/perf6.1/stat.data", "generated/perf7.2/weight.data",
    ])
  func mutatedRealFiles(name: String) throws {
    var generator = SplitMix(state: 42)
    let bytes = try SharedData.bytes(name)
    for _ in 0..<60 { _ = readEverything(generator.mutate(bytes)) }
  }

  @Test(
    "A real file cut at each of its first 8192 bytes and at 1000 random places is read",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: [
      "generated/perf6.1/default.data", "generated/perf6.1/pipe_z.data",
      "quipper/testdata/perf.data.group_desc-4.14",
    ])
  func cutRealFile(name: String) throws {
    var generator = SplitMix(state: 7)
    let bytes = try SharedData.bytes(name)
    for count in 0..<min(8192, bytes.count) { _ = readEverything(Array(bytes[..<count])) }
    for _ in 0..<1000 {
      _ = readEverything(Array(bytes[..<Int(generator.next() % UInt64(bytes.count))]))
    }
  }
}

/// A small generator of random numbers whose results the seed repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// Returns the bytes with some of them changed, removed or doubled.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<(1 + next() % 6) where !result.isEmpty {
      let place = Int(next() % UInt64(result.count))
      switch next() % 6 {
      case 0: result[place] = UInt8(truncatingIfNeeded: next())
      case 1: result[place] ^= 1 << UInt8(next() % 8)
      case 2: result[place] = next() % 2 == 0 ? 0xff : 0
      case 3: result.removeSubrange(place..<min(result.count, place + Int(next() % 16)))
      case 4: result.insert(contentsOf: result[place..<min(result.count, place + 8)], at: place)
      default: if next() % 8 == 0 { result.removeLast(result.count - place) }
      }
    }
    return result
  }
}
