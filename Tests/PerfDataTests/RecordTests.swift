import PerfData
import PerfEvent
import Testing

@Suite("The fields of every kind of record")
struct RecordTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  /// Builds a file of one record with a trailer of thread, time, identifier and
  /// CPU, and hands the record to the closure.
  private func withRecord(
    _ order: ByteOrder, _ kind: UInt32, flags: UInt16 = 0, trailer: Bool = true,
    _ body: (inout ByteWriter) -> Void, _ check: (borrowing Record) throws -> Void
  ) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .thread, .time, .id, .cpu, .streamID], identifiers: [5]) {
      $0.readFormat = [.timeEnabled, .timeRunning, .id, .lost]
    }
    builder.record(kind, flags: flags) { writer in
      body(&writer)
      if trailer && kind < 64 {
        writer.u32(11, 12)
        writer.u64(13, 5, 15)
        writer.u32(16, 0)
      }
    }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    do {
      guard let record = try records.next() else {
        Issue.record("no record")
        return
      }
      #expect(record.kind.rawValue == kind)
      if trailer && kind < 64 {
        #expect(record.thread == ThreadID(process: 11, thread: 12))
        #expect(record.time == 13)
        #expect(record.identifier == 5)
        #expect(record.streamID == 15)
        #expect(record.cpu == 16)
        #expect(record.eventIndex == 0)
      }
      try check(record)
    }
    let end = try records.next() == nil
    #expect(end)
  }

  @Test("Mappings", arguments: orders)
  func mappings(order: ByteOrder) throws {
    try withRecord(order, 1) {
      $0.u32(1, 2)
      $0.u64(3, 4, 5)
      $0.text("/bin/é")
    } _: { record in
      guard case .memoryMap(let map) = record.content else { return wrongKind() }
      #expect(map.thread == ThreadID(process: 1, thread: 2))
      #expect(map.address == 3 && map.length == 4 && map.fileOffset == 5)
      #expect(map.path == "/bin/é")
    }
    try withRecord(order, 10) { body in
      body.u32(1, 2)
      body.u64(3, 4, 5)
      body.u32(6, 7)
      body.u64(8, 9)
      body.u32(5, 2)
      body.text("/bin/a")
    } _: { record in
      guard case .memoryMap2(let map) = record.content else { return wrongKind() }
      #expect(map.deviceMajor == 6 && map.deviceMinor == 7 && map.inode == 8)
      #expect(map.inodeGeneration == 9 && map.protection == 5 && map.mapFlags == 2)
      #expect(map.hasBuildID == false && map.buildID.byteCount == 0)
      #expect(map.path == "/bin/a")
    }
  }

  @Test(
    "A mapping with a build identifier, of any claimed length", arguments: orders, [0, 16, 20, 255])
  func buildID(order: ByteOrder, count: Int) throws {
    try withRecord(order, 10, flags: 1 << 14) { body in
      body.u32(1, 2)
      body.u64(3, 4, 5)
      body.u8(UInt8(count), 0, 0, 0)
      body.raw((1...20).map { UInt8($0) })
      body.u32(5, 2)
      body.text("/bin/a")
    } _: { record in
      guard case .memoryMap2(let map) = record.content else { return wrongKind() }
      #expect([UInt8](copying: map.buildID) == (1...20).prefix(count).map { UInt8($0) })
      #expect(map.inode == 0 && map.deviceMajor == 0)
    }
  }

  @Test("Names, births and deaths", arguments: orders)
  func processes(order: ByteOrder) throws {
    try withRecord(order, 3, flags: 1 << 13) {
      $0.u32(1, 2)
      $0.text("bash")
    } _: { record in
      guard case .commandName(let name) = record.content else { return wrongKind() }
      #expect(name.name == "bash" && name.thread.thread == 2)
      #expect(record.flags.contains(.exec) == true)
    }
    try withRecord(order, 7) {
      $0.u32(1, 2, 3, 4)
      $0.u64(5)
    } _: { record in
      guard case .fork(let fork) = record.content else { return wrongKind() }
      #expect(fork.thread == ThreadID(process: 1, thread: 3))
      #expect(fork.parent == ThreadID(process: 2, thread: 4))
      #expect(fork.time == 5)
    }
    try withRecord(order, 4) {
      $0.u32(1, 2, 3, 4)
      $0.u64(5)
    } _: { record in
      guard case .exit(let exit) = record.content else { return wrongKind() }
      #expect(exit.thread == ThreadID(process: 1, thread: 3) && exit.time == 5)
    }
    try withRecord(order, 16) {
      $0.u32(1, 2)
      $0.u64(2, 3, 4, 5, 6)
    } _: { record in
      guard case .namespaces(let list) = record.content else { return wrongKind() }
      #expect(list.count == 2 && list[0].device == 3 && list[1].inode == 6)
    }
  }

  @Test("Losses, pauses and counts", arguments: orders)
  func losses(order: ByteOrder) throws {
    try withRecord(order, 2) {
      $0.u64(5, 99)
    } _: { record in
      guard case .lost(let lost) = record.content else { return wrongKind() }
      #expect(lost.identifier == 5 && lost.count == 99)
    }
    try withRecord(order, 13, flags: 1 << 15) {
      $0.u64(98)
    } _: { record in
      guard case .lostSamples(let lost) = record.content else { return wrongKind() }
      #expect(lost.count == 98 && record.flags.contains(.droppedByBPF) == true)
    }
    try withRecord(order, 5) {
      $0.u64(1, 5, 3)
    } _: { record in
      guard case .throttle(let pause) = record.content else { return wrongKind() }
      #expect(pause.time == 1 && pause.identifier == 5 && pause.streamID == 3)
    }
    try withRecord(order, 6) {
      $0.u64(1, 5, 3)
    } _: { record in
      guard case .unthrottle(let pause) = record.content else { return wrongKind() }
      #expect(pause.streamID == 3)
    }
    try withRecord(order, 8) {
      $0.u32(1, 2)
      $0.u64(100, 200, 150, 5, 7)
    } _: { record in
      guard case .read(let read) = record.content else { return wrongKind() }
      #expect(read.thread.thread == 2 && read.values.count == 1)
      #expect(read.values.timeEnabled == 200 && read.values.timeRunning == 150)
      let value = read.values[0]
      #expect(value.value == 100 && value.identifier == 5 && value.lost == 7)
    }
  }

  @Test("Switches, AUX and instruction traces", arguments: orders)
  func traces(order: ByteOrder) throws {
    try withRecord(order, 14, flags: 3 << 13) { _ in
    } _: { record in
      guard case .contextSwitch = record.content else { return wrongKind() }
      #expect(record.flags.contains([.switchOut, .preempted]) == true)
    }
    try withRecord(order, 15) {
      $0.u32(1, 2)
    } _: { record in
      guard case .contextSwitchCPUWide(let other) = record.content else {
        return wrongKind()
      }
      #expect(other.otherThread == ThreadID(process: 1, thread: 2))
    }
    try withRecord(order, 11) {
      $0.u64(1, 2, 3)
    } _: { record in
      guard case .aux(let aux) = record.content else { return wrongKind() }
      #expect(aux.auxOffset == 1 && aux.auxSize == 2 && aux.auxFlags == [.truncated, .overwrite])
    }
    try withRecord(order, 12) {
      $0.u32(1, 2)
    } _: { record in
      guard case .instructionTraceStart(let start) = record.content else {
        return wrongKind()
      }
      #expect(start.thread.thread == 2)
    }
    try withRecord(order, 21) {
      $0.u64(0xabc)
    } _: { record in
      guard case .auxOutputHardwareID(let output) = record.content else {
        return wrongKind()
      }
      #expect(output.hardwareID == 0xabc)
    }
  }

  @Test("Kernel symbols, BPF, cgroups, code changes, deferred callchains", arguments: orders)
  func kernel(order: ByteOrder) throws {
    try withRecord(order, 17) {
      $0.u64(1)
      $0.u32(2)
      $0.u16(1, 1)
      $0.text("bpf_x")
    } _: { record in
      guard case .kernelSymbol(let symbol) = record.content else { return wrongKind() }
      #expect(symbol.address == 1 && symbol.length == 2 && symbol.name == "bpf_x")
      #expect(symbol.symbolType == 1 && symbol.symbolFlags == 1)
    }
    try withRecord(order, 18) {
      $0.u16(1, 0)
      $0.u32(77)
      $0.raw([1, 2, 3, 4, 5, 6, 7, 8])
    } _: {
      record in
      guard case .bpfEvent(let event) = record.content else { return wrongKind() }
      #expect(event.eventType == 1 && event.programID == 77 && event.eventFlags == 0)
      #expect([UInt8](copying: event.tag) == [1, 2, 3, 4, 5, 6, 7, 8])
    }
    try withRecord(order, 19) {
      $0.u64(42)
      $0.text("/user.slice")
    } _: { record in
      guard case .cgroup(let cgroup) = record.content else { return wrongKind() }
      #expect(cgroup.identifier == 42 && cgroup.path == "/user.slice")
    }
    try withRecord(order, 20) {
      $0.u64(1)
      $0.u16(2, 3)
      $0.raw([1, 2, 3, 4, 5])
      $0.pad(8)
    } _: {
      record in
      guard case .textPoke(let poke) = record.content else { return wrongKind() }
      #expect([UInt8](copying: poke.oldBytes) == [1, 2])
      #expect([UInt8](copying: poke.newBytes) == [3, 4, 5])
    }
    try withRecord(order, 22) {
      $0.u64(9, 2, 100, 200)
    } _: { record in
      guard case .deferredCallchain(let deferred) = record.content else {
        return wrongKind()
      }
      #expect(deferred.cookie == 9 && deferred.callchain.entries.array == [100, 200])
    }
  }

  @Test("What the recorder itself writes", arguments: orders)
  func recorder(order: ByteOrder) throws {
    try withRecord(order, 67, flags: 1 << 15) { body in
      body.u32(UInt32.max)
      body.raw((1...20).map { UInt8($0) } + [16, 0, 0, 0])
      body.text("/bin/a")
    } _: { record in
      guard case .buildID(let build) = record.content else { return wrongKind() }
      #expect(build.process == -1 && build.buildID.byteCount == 16 && build.path == "/bin/a")
    }
    try withRecord(order, 69) {
      $0.u64(1, 5, 0, 3, UInt64.max)
    } _: { record in
      guard case .idIndex(let index) = record.content else { return wrongKind() }
      #expect(index.count == 1 && index[0].identifier == 5 && index[0].cpu == 3)
      #expect(index[0].thread == -1)
    }
    try withRecord(order, 73) {
      $0.u64(1, 7)
      $0.raw(Array("sh".utf8))
      $0.pad(8)
      $0.u64(0)
    } _: {
      record in
      guard case .threadMap(let map) = record.content else { return wrongKind() }
      #expect(map.count == 1 && map[0].thread == 7 && map[0].name == "sh")
    }
    try withRecord(order, 75) {
      $0.u64(2, 0, 1, 1, 500)
    } _: { record in
      guard case .statConfiguration(let list) = record.content else { return wrongKind() }
      #expect(list.count == 2 && list[1].tag == 1 && list[1].value == 500)
    }
    try withRecord(order, 76) {
      $0.u64(5)
      $0.u32(1, 2)
      $0.u64(3, 4, 6)
    } _: { record in
      guard case .stat(let stat) = record.content else { return wrongKind() }
      #expect(stat.identifier == 5 && stat.cpu == 1 && stat.thread == 2 && stat.value == 3)
      #expect(stat.timeEnabled == 4 && stat.timeRunning == 6)
    }
    try withRecord(order, 77) {
      $0.u64(1, 99)
    } _: { record in
      guard case .statRound(let round) = record.content else { return wrongKind() }
      #expect(round.roundType == 1 && round.time == 99)
    }
    try withRecord(order, 78) {
      $0.u64(0, 5)
      $0.text("msec")
    } _: { record in
      guard case .eventUpdate(let update) = record.content else { return wrongKind() }
      #expect(update.identifier == 5 && update.text == "msec" && update.scale == nil)
    }
    try withRecord(order, 79) {
      $0.u64(1, 2, 3)
    } _: { record in
      guard case .timeConversion(let time) = record.content else { return wrongKind() }
      #expect(time.shift == 1 && time.multiplier == 2 && time.zero == 3)
    }
  }

  @Test("Bytes that follow outside of a record's size", arguments: orders)
  func payloads(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    builder.record(71, size: 48) {
      $0.u64(16, 2, 3)
      $0.u32(4, 5, 6, 0)
      $0.u64(100, 200)
    }
    builder.record(66, size: 12) {
      $0.u32(5)
      $0.raw([1, 2, 3, 4, 5])
    }
    builder.record(66, size: 16) {
      $0.u32(8, 0)
      $0.raw([1, 2, 3, 4, 5, 6, 7, 8])
    }
    builder.record(70) {
      $0.u32(1, 0)
      $0.u64(7)
    }
    builder.record(9) { $0.u64(0x77) }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    var sizes: [Int] = []
    while let record = try records.next() {
      sizes.append(record.bytes.byteCount)
      if case .auxTrace(let trace) = record.content {
        #expect(trace.data.byteCount == 16 && trace.reference == 3)
        #expect(trace.dataSize == 16 && trace.index == 4 && trace.thread == 5 && trace.cpu == 6)
      }
      if case .auxTraceInfo(let info) = record.content {
        #expect(info.auxType == 1 && info.parameters.byteCount == 8)
      }
    }
    #expect(sizes == [64, 17, 24, 24, 16])
  }

  @Test("An unknown kind is handed out as bytes")
  func unknown() throws {
    try withRecord(.littleEndian, 200) {
      $0.u64(1, 2)
    } _: { record in
      guard case .other = record.content else { return wrongKind() }
      #expect(record.bytes.byteCount == 24 && record.kind.description == "UNKNOWN_200")
    }
    try withRecord(.littleEndian, 40) {
      $0.u64(1, 2)
    } _: { record in
      guard case .other = record.content else { return wrongKind() }
    }
  }
}

/// Notes that a record is not of the kind that was built.
private func wrongKind() {
  Issue.record("the record has another kind or form than it was built with")
}
