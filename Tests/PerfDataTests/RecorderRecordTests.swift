import PerfData
import PerfEvent
import Testing

@Suite("The fields of records that recorders rarely write")
struct RecorderRecordTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  /// Builds a file of one record and hands it to the closure.
  private func withRecord(
    _ order: ByteOrder, _ name: String, _ check: (borrowing Record) throws -> Bool
  ) throws {
    let record = try #require(TypedRecords.find(name))
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    builder.record(record.kind, flags: record.flags, record.body)
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let found = try records.next() else {
      Issue.record("no record")
      return
    }
    #expect(found.kind.rawValue == record.kind)
    let isRight = try check(found)
    #expect(isRight, "\(name) has another form than it was built with")
  }

  @Test("Events, names and formats of pipes", arguments: orders)
  func pipes(order: ByteOrder) throws {
    try withRecord(order, "ATTR") { record in
      guard case .headerAttributes(let event) = record.content else { return false }
      let attributes = try event.attributes
      #expect(attributes.type == .tracepoint && attributes.config == 77)
      #expect(attributes.sampleFields == [.instructionPointer, .time])
      #expect(event.attributeSize == 112 && event.identifiers.array == [3, 4])
      return true
    }
    try withRecord(order, "EVENT_TYPE") { record in
      guard case .eventType(let type) = record.content else { return false }
      return type.identifier == 9 && type.name == "cycles"
    }
    try withRecord(order, "TRACING_DATA within") { record in
      guard case .tracingData(let formats) = record.content else { return false }
      return [UInt8](copying: formats.data) == [1, 2, 3, 4, 5]
    }
    try withRecord(order, "ID_INDEX") { record in
      guard case .idIndex(let index) = record.content else { return false }
      #expect(index.count == 2 && index[0].thread == -1 && index[1].thread == 77)
      #expect(index[0].machineProcess == 900 && index[0].virtualCPU == 1)
      return index[1].machineProcess == 901 && index[1].virtualCPU == 2
    }
  }

  @Test("Formats behind their record", arguments: orders, [12, 16])
  func tracingDataBehind(order: ByteOrder, size: Int) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    builder.record(66, size: size) { body in
      body.u32(8)
      if size == 16 { body.u32(0) }
      body.raw([1, 2, 3, 4, 5, 6, 0, 0])
    }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next(), case .tracingData(let formats) = record.content
    else {
      Issue.record("no tracing data")
      return
    }
    #expect([UInt8](copying: formats.data) == [1, 2, 3, 4, 5, 6, 0, 0])
  }

  @Test("The AUX area's parameters and faults, in every form", arguments: orders)
  func auxTrace(order: ByteOrder) throws {
    try withRecord(order, "AUXTRACE_INFO") { record in
      guard case .auxTraceInfo(let info) = record.content else { return false }
      return info.auxType == 4 && info.parameterWords.array == [11, 12]
    }
    for (form, message) in ["old form", "with time", "with machine"].enumerated() {
      try withRecord(order, "AUXTRACE_ERROR \(form)") { record in
        guard case .auxTraceError(let error) = record.content else { return false }
        #expect(error.errorType == 1 && error.code == 5 && error.format == UInt32(form))
        #expect(error.cpu == (form == 1 ? -1 : 2) && error.instructionPointer == 0xabc)
        #expect(error.thread == ThreadID(process: 10, thread: 11))
        #expect(error.time == (form == 0 ? nil : 99))
        #expect(error.machineProcess == (form == 2 ? 7 : nil))
        #expect(error.virtualCPU == (form == 2 ? 8 : nil))
        return error.message == message
      }
    }
  }

  static let cpuMaps: [(name: String, form: CPUMap.Form, cpus: [Int32])] = [
    ("CPU_MAP list", .list, [1, 5, -1]), ("CPU_MAP mask 4", .mask, [0, 2, 33]),
    ("CPU_MAP mask 8", .mask, [0, 2, 65]), ("CPU_MAP range", .range, [-1, 3, 4, 5, 6]),
  ]

  @Test("Lists of CPUs, in every form", arguments: orders, cpuMaps)
  func cpus(
    order: ByteOrder, expected: (name: String, form: CPUMap.Form, cpus: [Int32])
  ) throws {
    try withRecord(order, expected.name) { record in
      guard case .cpuMap(let list) = record.content else { return false }
      return list.map.form == expected.form && list.map.cpus == expected.cpus
    }
    try withRecord(order, "EVENT_UPDATE cpus") { record in
      guard case .eventUpdate(let update) = record.content else { return false }
      #expect(update.text == "" && update.scale == nil && update.identifier == 5)
      return update.cpus?.cpus == [4, 6]
    }
  }

  @Test("A list of CPUs in an unknown form is empty, not malformed")
  func unknownCPUs() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(74) { $0.u16(9, 3, 1, 2) }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next(), case .cpuMap(let list) = record.content else {
      Issue.record("no list")
      return
    }
    #expect(list.map.form == nil && list.map.cpus == [])
  }

  @Test("Time from cycles", arguments: orders)
  func time(order: ByteOrder) throws {
    try withRecord(order, "TIME_CONV") { record in
      guard case .timeConversion(let conversion) = record.content else { return false }
      #expect(conversion.cycles == 0x1_0000_0000 && conversion.mask == 0xffff_ffff)
      #expect(conversion.hasZero == true && conversion.isShort == true)
      // A short count stands for one at or behind the cycles of the record: 48/16
      // nanoseconds for each of 2 ^ 32 + 33 cycles, behind 1000.
      return conversion.time(ofCycles: 33) == 1000 + 3 * 0x1_0000_0000 + 99
    }
  }

  @Test("Variables of a BPF program", arguments: orders)
  func metadata(order: ByteOrder) throws {
    try withRecord(order, "BPF_METADATA") { record in
      guard case .bpfMetadata(let metadata) = record.content else { return false }
      #expect(metadata.name == "bpf_prog_0011" && metadata.count == 2)
      #expect(metadata[0].key == "version" && metadata[0].value == "1.2")
      return metadata[1].key == "license" && metadata[1].value == "none"
    }
  }

  @Test("Scheduler statistics", arguments: orders)
  func scheduler(order: ByteOrder) throws {
    try withRecord(order, "SCHEDSTAT_CPU") { record in
      guard case .schedulerCPUStatistics(let cpu) = record.content else { return false }
      #expect(cpu.time == 1000 && cpu.cpu == 3 && cpu.version == 15)
      #expect(cpu.yields == 1 && cpu.arrayExpirations == 2 && cpu.schedules == 3)
      #expect(cpu.idles == 4 && cpu.wakeups == 5 && cpu.localWakeups == 6)
      return cpu.runTime == 7 && cpu.runDelay == 8 && cpu.timeslices == 9
    }
  }

  /// The first number of idle, busy and newly idle, the imbalance of idle, and
  /// the first number behind the three.
  static let domainForms:
    [(version: Int, idle: UInt32, busy: UInt32, newlyIdle: UInt32, tail: UInt32)] = [
      (15, 1, 9, 17, 25), (16, 9, 1, 17, 25), (17, 12, 1, 23, 34),
    ]

  @Test("Scheduler statistics of domains, in every version", arguments: orders, domainForms)
  func domains(
    order: ByteOrder,
    expected: (version: Int, idle: UInt32, busy: UInt32, newlyIdle: UInt32, tail: UInt32)
  ) throws {
    try withRecord(order, "SCHEDSTAT_DOMAIN \(expected.version)") { record in
      guard case .schedulerDomainStatistics(let domain) = record.content else { return false }
      #expect(domain.version == expected.version && domain.domain == 2 && domain.cpu == 3)
      let first = expected.idle
      let (idle, tail) = (domain.idle, expected.tail)
      #expect(idle.count == first && idle.balanced == first + 1 && idle.failed == first + 2)
      let isNew = expected.version == 17
      #expect(idle.imbalance == (isNew ? nil : first + 3))
      #expect(idle.loadImbalance == (isNew ? first + 3 : nil))
      #expect(idle.misfitImbalance == (isNew ? first + 6 : nil))
      let rest = first + (isNew ? 7 : 4)
      #expect(idle.gained == rest && idle.hotGained == rest + 1)
      #expect(idle.noBusyQueue == rest + 2 && idle.noBusyGroup == rest + 3)
      #expect(domain.busy.count == expected.busy && domain.newlyIdle.count == expected.newlyIdle)
      #expect(domain.active.count == tail && domain.active.pushed == tail + 2)
      #expect(domain.onExec.count == tail + 3 && domain.onFork.pushed == tail + 8)
      return domain.remoteWakeups == tail + 9 && domain.balanceMoves == tail + 11
    }
  }

  @Test("No kind of record is without a form of its own", arguments: 1...86)
  func noOther(kind: Int) throws {
    // What belongs to no kind, and what the reader takes apart itself.
    let excluded = Set(23...63).union([9, 66, 68, 71, 81, 82, 83])
    if excluded.contains(kind) { return }
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(UInt32(kind)) { body in
      body.raw([UInt8](repeating: 0, count: kind == 64 ? 72 : 600))
    }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next() else {
      Issue.record("no record")
      return
    }
    switch record.content {
    case .other, .malformed: Issue.record("\(record.kind) has no form of its own")
    default: break
    }
  }

  @Test("A record cut at any length is malformed or shorter, and the next one is read")
  func cut() throws {
    for order in Self.orders {
      for record in TypedRecords.all {
        var whole = ByteWriter(order)
        record.body(&whole)
        for count in 0..<whole.bytes.count {
          var builder = PerfDataBuilder(order)
          builder.event([.instructionPointer])
          // These lengths say that the bytes follow behind the record.
          let isFraming = record.kind == 66 && (count == 4 || count == 8)
          if isFraming { continue }
          builder.record(record.kind) { $0.raw(Array(whole.bytes.prefix(count))) }
          builder.record(9) { $0.u64(1) }
          let summary = readEverything(builder.file())
          #expect(summary?.samples == 1, "\(record.name) cut to \(count) bytes")
        }
      }
    }
  }
}
