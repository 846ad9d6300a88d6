import PerfData
import PerfEvent
import Testing

@Suite("State: losses, quality, clocks, CPUs")
struct StateLossTests {
  private func sample(_ recording: inout StateRecording, cpu: UInt32, at time: UInt64) {
    recording.builder.record(9) { body in
      body.u64(5, 0x1000)
      body.u32(1, 1)
      body.u64(time)
      body.u32(cpu, 0)
    }
  }

  @Test("Losses have the window since the last record of their CPU")
  func windows() throws {
    var recording = StateRecording()
    sample(&recording, cpu: 0, at: 100)
    sample(&recording, cpu: 1, at: 150)
    recording.record(2, at: 200) { $0.u64(5, 16) }
    recording.record(13, at: 220) { $0.u64(3) }
    recording.record(13, flags: 1 << 15, at: 230) { $0.u64(4) }
    recording.record(13, at: 0) { $0.u64(10) }
    recording.record(13, at: 0) { $0.u64(6) }
    recording.record(11, at: 240) { $0.u64(0, 10, 1 | 4) }
    let losses = try recording.state().losses
    let totals = losses.totals
    #expect(totals.lostRecords == 16 && totals.lostSamples == 16)
    #expect(totals.undeliveredSamples == 3 && totals.filteredSamples == 4)
    #expect(totals.lost == 19, "the same losses are not added")
    #expect(losses.lostSamplesByIdentifier == [5: 16])
    let windows = losses.windows
    #expect(windows.map(\.cause) == [.lostRecords, .lostSamples, .auxTruncated, .auxPartial])
    #expect(windows[0].begin == 100 && windows[0].end == 200 && windows[0].count == 16)
    #expect(windows[0].cpu == 0 && windows[0].eventIndex == 0)
    #expect(windows[1].begin == 200 && windows[1].end == 220)
    #expect(totals.damagedAUXPieces == 1)
  }

  @Test("Pauses last until their end, or until the last record")
  func throttles() throws {
    var recording = StateRecording()
    recording.record(5, at: 100) { $0.u64(100, 5, 8) }
    recording.record(5, at: 120) { $0.u64(120, 5, 9) }
    recording.record(6, at: 130) { $0.u64(130, 5, 8) }
    recording.record(6, at: 135) { $0.u64(135, 5, 77) }
    sample(&recording, cpu: 0, at: 180)
    let losses = try recording.state().losses
    #expect(losses.totals.throttledTime == 30 + 60 && losses.totals.throttleCount == 2)
    #expect(losses.windows.map(\.duration) == [30, 60])
  }

  @Test("Records later than the round before are counted")
  func late() throws {
    var recording = StateRecording()
    for time in [UInt64(100), 200] { sample(&recording, cpu: 0, at: time) }
    recording.builder.record(68) { _ in }
    sample(&recording, cpu: 1, at: 150)
    sample(&recording, cpu: 0, at: 300)
    recording.builder.record(68) { _ in }
    sample(&recording, cpu: 1, at: 199)
    sample(&recording, cpu: 1, at: 200)
    #expect(try recording.state().losses.totals.lateRecords == 1)
  }

  @Test("The number of windows is limited, the totals are not")
  func limit() throws {
    var recording = StateRecording()
    for time in 1...10 { recording.record(2, at: UInt64(time)) { $0.u64(5, .max / 4) } }
    let file = try PerfDataFile(bytes: recording.builder.file())
    var losses = LossLog(limit: 3)
    var records = file.records()
    while let record = try records.next() { losses.apply(record) }
    #expect(losses.windows.count == 3 && losses.totals.lostRecords == .max)
  }

  @Test("Quality tells each reason with a number and a sentence")
  func quality() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .callchain, .userStack]) {
      $0.maximumCallchainDepth = 2
      $0.userStackSize = 8
    }
    for chain in [[UInt64]](
      arrayLiteral: [], [1, 2], [UInt64(bitPattern: -512), 1], [UInt64(bitPattern: -640), 9])
    {
      builder.record(9) { body in
        body.u64(1, UInt64(chain.count))
        for entry in chain { body.u64(entry) }
        body.u64(8, 0, chain.isEmpty ? 8 : 4)
      }
    }
    builder.record(9) { $0.u64(1, .max) }
    builder.record(2) { $0.u64(0, 1) }
    builder.record(10, flags: 2) { body in
      body.u32(7, 7)
      body.u64(0x1000, 0x1000, 0, 0, 0, 0, 0)
      body.text("/a")
    }
    let state = RecordingState(reading: try PerfDataFile(bytes: builder.file()))
    let sentences = state.quality.concerns.map(\.description)
    #expect(
      sentences == [
        "1 record is lost because buffers were full.",
        "1 sample is not possible to decode.",
        "4 samples are recorded without time.", "4 samples are recorded without CPU.",
        "4 samples are recorded without thread.", "1 callchain is without any frame.",
        "1 callchain is as long as the limit and likely cut.",
        "1 callchain is without their user part.",
        "1 stack copy is as large as the room and likely cut.",
        "1 mapped file cannot be checked by build identifier.",
      ])
    #expect(state.quality.concerns.map(\.count) == [1, 1, 4, 4, 4, 1, 1, 1, 1, 1])
  }

  @Test("A good recording gives no reason")
  func goodQuality() throws {
    var recording = StateRecording()
    sample(&recording, cpu: 0, at: 10)
    #expect(try recording.state().quality.concerns.isEmpty)
  }

  @Test("An unfinished and damaged file says so")
  func damaged() throws {
    var recording = StateRecording()
    sample(&recording, cpu: 0, at: 10)
    recording.builder.record(9, size: 4) { $0.u64(1) }
    var bytes = recording.builder.file()
    for index in 48..<56 { bytes[index] = 0 }
    let state = RecordingState(reading: try PerfDataFile(bytes: bytes))
    let subjects = state.quality.concerns.map(\.subject)
    #expect(subjects == [.unfinished, .damage])
    #expect(state.census.samples == 1)
  }

  @Test("The wall clock follows from one moment at which both clocks were read")
  func wallClock() throws {
    var builder = PerfDataBuilder()
    builder.event([.time], flags: [.sampleIDAll, .useClockID]) { $0.clockID = 1 }
    builder.feature(.clockID) { $0.u64(1) }
    builder.feature(.clockData) { body in
      body.u32(1, 1)
      body.u64(1_700_000_000_000_000_000, 5_000)
    }
    let clock = RecordingState(try PerfDataFile(bytes: builder.file())).clock
    #expect(clock.name == "monotonic" && clock.clockID == 1 && clock.resolution == 1)
    #expect(clock.wallClock(at: 5_007) == 1_700_000_000_000_000_007)
    #expect(clock.wallClock(at: 0) == 1_699_999_999_999_995_000)
    #expect(clock.wallClock(at: .max) == nil)
    #expect(clock.time(atWallClock: 1_700_000_000_000_000_007) == 5_007)
    #expect(clock.time(atWallClock: 1) == nil)
    let unknown = RecordClock(reference: nil)
    #expect(unknown.wallClock(at: 5) == nil && unknown.name == "perf" && !unknown.knowsWallClock)
  }

  @Test("Cycles and time convert as the kernel documents it", arguments: 0..<50)
  func cycles(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    let shift = random.next() % 32
    let multiplier = random.next() % 0xffff_ffff + 1
    let zero = random.next() >> 20
    let counter = random.next() >> 16
    let conversion = TimestampConversion(shift: shift, multiplier: multiplier, zero: zero)
    // The definition, in wide integers: floor(counter * multiplier / 2^shift).
    let exact = (UInt128(counter) * UInt128(multiplier)) >> UInt128(shift)
    #expect(
      conversion.time(ofCounter: counter)
        == UInt64(truncatingIfNeeded: UInt128(zero) + exact), "seed \(seed)")
    let time = zero + random.next() >> 24
    if let back = conversion.counter(atTime: time), back < 1 << 48 {
      let again = conversion.time(ofCounter: back)
      #expect(again <= time && time - again <= multiplier >> shift + 1, "seed \(seed)")
    }
  }

  @Test(
    "Conversions are read from their record, short counters too",
    arguments: [
      ByteOrder.littleEndian, .bigEndian,
    ])
  func conversionRecord(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.time])
    builder.record(79) { $0.u64(1, 3, 100) }
    builder.record(79) { $0.u64(64, 3, 100) }
    let old = RecordingState(reading: try PerfDataFile(bytes: builder.file()))
    let conversion = try #require(old.timestampConversion)
    #expect(conversion.time(ofCounter: 10) == 115 && !conversion.isShort)
    builder.record(79) { body in
      body.u64(0, 1, 0, 0x1_0000_00f0, 0xff)
      body.u8(1, 1, 0, 0, 0, 0, 0, 0)
    }
    let new = RecordingState(reading: try PerfDataFile(bytes: builder.file()))
    let short = try #require(new.timestampConversion)
    #expect(short.isShort && short.time(ofCounter: 0xf5) == 0x1_0000_00f5)
    #expect(short.time(ofCounter: 0x05) == 0x1_0000_0105)
  }

  @Test("Times are written as perf writes them")
  func timeText() {
    #expect(TimeResolution.microseconds.text(10_538_399_515) == "10.538399")
    #expect(TimeResolution.nanoseconds.text(10_538_399_515) == "10.538399515")
    #expect(TimeResolution.microseconds.text(999) == "0.000000")
    #expect(TimeResolution.nanoseconds.text(7) == "0.000000007")
    #expect(TimeResolution.nanoseconds.text(.max) == "18446744073.709551615")
  }

  @Test("CPUs have their core, die, socket, node, PMU and caches")
  func cpus() throws {
    var builder = PerfDataBuilder()
    builder.event([.time])
    builder.feature(.cpuCounts) { $0.u32(4, 3) }
    builder.feature(.cpuTopology) { body in
      body.u32(1)
      body.sized("0-2")
      body.u32(2)
      body.sized("0-1")
      body.sized("2")
      body.u32(0, 0, 0, 0, 4, 0, .max, .max)
      body.u32(1)
      body.sized("0-2")
      body.u32(1, 1, 1, .max)
    }
    builder.feature(.numaTopology) { body in
      body.u32(1, 7)
      body.u64(100, 50)
      body.sized("0-3")
    }
    builder.feature(.hybridTopology) { body in
      body.u32(2)
      body.sized("cpu_core")
      body.sized("0-1")
      body.sized("cpu_atom")
      body.sized("2-3")
    }
    builder.feature(.cache) { body in
      body.u32(1, 1, 2, 64, 8, 4)
      body.sized("Unified")
      body.sized("1M")
      body.sized("0-1")
    }
    let table = RecordingState(try PerfDataFile(bytes: builder.file())).cpus
    #expect(table.count == 4)
    let places = (0...4).map { table.cpu(UInt32($0)) }
    #expect(places.map(\.core) == [0, 0, 4, nil, nil])
    #expect(places.map(\.socket) == [0, 0, 0, nil, nil])
    #expect(places.map(\.die) == [1, 1, 1, nil, nil])
    #expect(places.map(\.node) == [7, 7, 7, 7, nil])
    #expect(places.map(\.pmu) == ["cpu_core", "cpu_core", "cpu_atom", "cpu_atom", nil])
    #expect(places.map(\.isOnline) == [true, true, true, false, false])
    #expect(places.map(\.threadSiblings) == [[0, 1], [0, 1], [2], [], []])
    #expect(places[2].socketSiblings == [0, 1, 2] && places[0].dieSiblings == [0, 1, 2])
    #expect(places.map(\.caches.count) == [1, 1, 0, 0, 0])
    #expect(CPUTable().cpu(.max).isOnline == nil && CPUTable().count == 0)
  }
}
