import Foundation
import PerfData
import PerfEvent
import Testing

/// What no given file holds, made with the writer: every kind of record and
/// field, in both byte orders.
@Suite("Records and fields that are made here")
struct WritingGapTests {
  static let thread = ThreadID(process: 4711, thread: 4712)
  static let trailer = RecordTrailer(
    thread: thread, time: 1_000_000_007, identifier: 7, streamID: 70, cpu: 1)

  static func event(
    _ fields: SampleFields, identifiers: [UInt64] = [7],
    _ change: (inout EventAttributes) -> Void = { _ in }
  ) -> RecordedEvent {
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.samplePeriod = 1000
    attributes.sampleFields = fields.union([.identifier, .thread, .time])
    attributes.flags = [.sampleIDAll]
    change(&attributes)
    return RecordedEvent(attributes: attributes, identifiers: identifiers, name: "demo")
  }

  static func write(
    _ order: ByteOrder = .native, _ events: [RecordedEvent],
    mode: FileMode = .file, _ body: (inout PerfDataWriter) throws -> Void
  ) throws -> [UInt8] {
    var writer = try PerfDataWriter(
      to: .memory, options: WriterOptions(mode: mode, byteOrder: order))
    for event in events { try writer.add(event) }
    try writer.append(.commandName(thread: thread, name: "demo"), trailer: trailer)
    try body(&writer)
    return try writer.finish()
  }

  /// The fields of every kind that a kernel writes, beside samples.
  static let kernelRecords: [RecordFields] = [
    .memoryMap(
      thread: thread, address: 0x40_0000, length: 0x1000, fileOffset: 0x2000, path: "/bin/demo"),
    .memoryMap2(
      thread: thread, address: 0x50_0000, length: 0x3000, fileOffset: 0x4000,
      origin: .file(deviceMajor: 8, deviceMinor: 1, inode: 99, generation: 3), protection: 5,
      mapFlags: 2, path: "/lib/one.so"),
    .memoryMap2(
      thread: thread, address: 0x60_0000, length: 0x3000, fileOffset: 0,
      origin: .buildID(Array(1...20)), protection: 5, mapFlags: 2, path: "/lib/two.so"),
    .fork(
      thread: ThreadID(process: 4800, thread: 4800), parent: thread, time: 1_000_000_001),
    .exit(
      thread: ThreadID(process: 4800, thread: 4800), parent: thread, time: 1_000_000_002),
    .lost(identifier: 7, count: 12), .lostSamples(count: 13),
    .throttle(time: 1_000_000_003, identifier: 7, streamID: 70),
    .unthrottle(time: 1_000_000_004, identifier: 7, streamID: 70),
    .read(
      thread: thread,
      values: CounterValues(
        [CounterValues.Value(value: 55, identifier: 7, lost: 2)], timeEnabled: 66,
        timeRunning: 77)),
    .aux(offset: 0x100, size: 0x200, flags: 1), .instructionTraceStart(thread: thread),
    .contextSwitch, .contextSwitchCPUWide(other: ThreadID(process: 9, thread: 10)),
    .namespaces(
      thread: thread,
      (0..<7).map { NamespacesRecord.Namespace(device: 3, inode: 0xf000_0000 + $0) }),
    .kernelSymbol(
      address: 0xffff_ffff_c000_0000, length: 128, type: 1, symbolFlags: 0,
      name: "bpf_prog_1234_demo"),
    .bpfEvent(type: 1, eventFlags: 0, identifier: 42, tag: [1, 2, 3, 4, 5, 6, 7, 8]),
    .cgroup(identifier: 31, path: "/user.slice"),
    .textPoke(
      address: 0xffff_ffff_8100_0000, oldBytes: [1, 2, 3, 4, 5], newBytes: [6, 7, 8, 9, 10]),
    .auxOutputHardwareID(0x77),
    .deferredCallchain(cookie: 0x1_0000_0005, entries: [0x1000, 0x2000]),
  ]

  static let recorderRecords: [RecordFields] = [
    .buildID(
      BuildID(bytes: Array(21...40), path: "/bin/demo", process: -1, cpuMode: .user)),
    .idIndex([IDIndexRecord.Entry(identifier: 7, index: 0, cpu: 1, thread: -1)]),
    .auxTraceInfo(type: 99, parameters: [1, 2, 3]),
    .auxTraceError(
      type: 1, code: 5, cpu: 1, thread: thread, instructionPointer: 0x1234,
      time: 1_000_000_005, message: "Overflow packet"),
    .threadMap([ThreadMapRecord.Entry(thread: 4711, name: "demo")]),
    .cpuMap(.list([0, 1, 3])), .cpuMap(.mask([0b1011])),
    .cpuMap(.range(first: 2, last: 5, withAny: false)),
    .statConfiguration([StatConfigurationRecord.Setting(tag: 1, value: 1000)]),
    .stat(
      identifier: 7, cpu: 1, thread: 0,
      CounterValues([CounterValues.Value(value: 5)], timeEnabled: 6, timeRunning: 7)),
    .statRound(type: 1, time: 1_000_000_006),
    .eventUpdate(identifier: 7, .unit("Joules")), .eventUpdate(identifier: 7, .scale(0.25)),
    .eventUpdate(identifier: 7, .name("renamed")),
    .eventUpdate(identifier: 7, .cpus(.list([0, 1]))),
    .timeConversion(shift: 31, multiplier: 0x5555_5555, zero: 12345), .finishedInit,
    .bpfMetadata(
      program: "demo", [RecordFields.KeyedValue(key: "version", value: "1.2")]),
    .finishedRound,
  ]

  static func everyRecord(
    _ order: ByteOrder, mode: FileMode = .file, without left: Set<RecordKind> = []
  ) throws -> [UInt8] {
    let event = event([.cpu, .streamID, .period]) {
      $0.readFormat = [.timeEnabled, .timeRunning, .id]
    }
    return try write(order, [event], mode: mode) { writer in
      for fields in kernelRecords { try writer.append(fields, trailer: trailer) }
      for fields in recorderRecords where !left.contains(fields.kind) {
        try writer.append(fields)
      }
    }
  }

  @Test("All records read the same in both byte orders and both forms")
  func orders() throws {
    let expected = Decoded(try PerfDataFile(bytes: try Self.everyRecord(.littleEndian)))
    #expect(expected.values.malformed == 0)
    #expect(
      expected.values.kinds.values.reduce(0, +)
        == Self.kernelRecords.count + Self.recorderRecords.count)
    for order in [ByteOrder.littleEndian, .bigEndian] {
      for mode in [FileMode.file, .pipe] {
        let file = try PerfDataFile(bytes: try Self.everyRecord(order, mode: mode))
        #expect(Decoded(file) == expected)
        #expect(file.events[0].name == (mode == .file ? "demo" : "renamed"))
      }
    }
  }

  @Test("Converted to the other byte order, all records are as if written in it")
  func conversion() throws {
    let little = try PerfDataFile(bytes: try Self.everyRecord(.littleEndian))
    var options = WriterOptions(like: little)
    options.byteOrder = .bigEndian
    #expect(
      try little.convert(to: .memory, options: options) == Self.everyRecord(.bigEndian))
    let big = try PerfDataFile(bytes: try Self.everyRecord(.bigEndian))
    options.byteOrder = .littleEndian
    #expect(
      try big.convert(to: .memory, options: options) == Self.everyRecord(.littleEndian))
  }

  @Test("A record without identifier has the form that the first event asks for")
  func withoutIdentifier() throws {
    let events = [
      Self.event([.cpu, .streamID], identifiers: [7]), Self.event([], identifiers: [8]),
    ]
    let bytes = try Self.write(.native, events) { writer in
      try writer.append(.lost(identifier: 8, count: 3), event: 1)
      try writer.append(
        .lost(identifier: 8, count: 4), event: 1, trailer: RecordTrailer(thread: Self.thread))
    }
    let decoded = Decoded(try PerfDataFile(bytes: bytes))
    #expect(decoded.values.malformed == 0)
    #expect(decoded.values.kinds[RecordKind.lost.rawValue] == 2)
  }

  @Test("The numbers of a machine are kept in the other byte order")
  func machine() throws {
    let bytes = try Self.write(.littleEndian, [Self.event([])]) { writer in
      try writer.append(.machineNumber(62, flags: 3))
      try writer.append(.cacheLineSize(64))
    }
    let options = WriterOptions(byteOrder: .bigEndian)
    let big = try PerfDataFile(bytes: bytes).convert(to: .memory, options: options)
    let file = try PerfDataFile(bytes: big)
    #expect(try file.machine?.number == 62 && file.machine?.flags == 3)
    #expect(try file.cacheLineSize == 64)
  }

  @Test(
    "perf decodes the same values of all records",
    .enabled(if: Command.perf != nil, "perf is not installed or may not record"))
  func perfDecodes() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    // perf stops at kinds of AUX area that it does not know, and at later records.
    let bytes = try Self.everyRecord(.native, without: [.auxTraceInfo, .bpfMetadata])
    let path = try folder.write(bytes, as: "every.data")
    let outcome = try perf.run(["report", "-D", "-f", "-i", path])
    var missing: [String] = []
    for text in [
      "PERF_RECORD_COMM: demo:4711/4712",
      "PERF_RECORD_MMAP 4711/4712: [0x400000(0x1000) @ 0x2000]: x /bin/demo",
      "PERF_RECORD_MMAP2 4711/4712: [0x500000(0x3000) @ 0x4000 08:01 99 3]: r-xp /lib/one.so",
      "[0x600000(0x3000) @ 0 <0102030405060708090a0b0c0d0e0f1011121314>]: r-xp /lib/two.so",
      "PERF_RECORD_FORK(4800:4800):(4711:4712)", "PERF_RECORD_EXIT(4800:4800):(4711:4712)",
      "PERF_RECORD_LOST", "PERF_RECORD_LOST_SAMPLES", "PERF_RECORD_THROTTLE",
      "PERF_RECORD_UNTHROTTLE", "PERF_RECORD_READ: 4711 4712 renamed 55",
      "PERF_RECORD_AUX offset: 0x100 size: 0x200 flags: 0x1 [T]",
      "PERF_RECORD_ITRACE_START pid: 4711 tid: 4712", "PERF_RECORD_SWITCH IN",
      "PERF_RECORD_SWITCH_CPU_WIDE IN", "prev pid/tid:     9/10",
      "PERF_RECORD_NAMESPACES 4711/4712",
      "addr ffffffffc0000000 len 128 type 1 flags 0x0 name bpf_prog_1234_demo",
      "PERF_RECORD_BPF_EVENT type 1, flags 0, id 42", "PERF_RECORD_CGROUP cgroup: 31 /user.slice",
      "PERF_RECORD_TEXT_POKE ffffffff81000000  old len 5 new len 5",
      "PERF_RECORD_AUX_OUTPUT_HW_ID hw_id: 0x77", "PERF_RECORD_AUXTRACE_ERROR", "Overflow packet",
      "PERF_RECORD_THREAD_MAP", "4711", "PERF_RECORD_CPU_MAP", "CPU_MAP: 0-1,3", "CPU_MAP: 2-5",
      "PERF_RECORD_STAT",
      "PERF_RECORD_STAT_ROUND", "... unit:  Joules", "... scale: 0.250000", "... name:  renamed",
      "PERF_RECORD_TIME_CONV", "PERF_RECORD_FINISHED_INIT",
    ] where !outcome.text.contains(text) {
      missing.append(text)
    }
    #expect(missing == [])
  }
}
