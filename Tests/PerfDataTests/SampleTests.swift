import PerfData
import PerfEvent
import Testing

@Suite("The fields of samples")
struct SampleTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  static let all: SampleFields = [
    .identifier, .instructionPointer, .thread, .time, .address, .id, .streamID, .cpu, .period,
    .read, .callchain, .raw, .branchStack, .userRegisters, .userStack, .weight, .dataSource,
    .transaction, .interruptRegisters, .physicalAddress, .aux, .cgroup, .dataPageSize,
    .codePageSize,
  ]

  /// A sample with every field that there is, in the order of the kernel.
  static func builder(_ order: ByteOrder, fields: SampleFields = all) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.attributeSize = 136
    builder.event(fields, identifiers: [5]) {
      $0.readFormat = [.group, .timeEnabled, .timeRunning, .id, .lost]
      $0.branchFields = [.any, .hardwareIndex, .counters]
      $0.userRegisters = 0b1000_0000_1000_0001
      $0.interruptRegisters = 0b110
      $0.userStackSize = 16
    }
    builder.record(9, flags: 0x4002) { body in
      body.u64(5, 0xabc)
      body.u32(10, 11)
      body.u64(12, 13, 5, 15)
      body.u32(16, 0)
      body.u64(17)
      body.u64(2, 100, 90, 1, 5, 0, 2, 6, 3)
      body.u64(3, UInt64(bitPattern: -128), 0xffff_8000, UInt64(bitPattern: -512))
      body.u32(4)
      body.u8(1, 2, 3, 4)
      body.u64(2, 7, 0x10, 0x20, flags(order), 0x30, 0x40, 0, 0x111, 0x222)
      body.u64(2, 1000, 1007, 1015)
      body.u64(16, 0x5151, 0x5252, 8)
      body.u64(21, 0x1_0000_0001, 0x3)
      body.u64(1, 1001, 1002)
      body.u64(0x9000, 77, 4096, 8192)
      body.u64(8, 0xa5a5)
    }
    return builder
  }

  /// Flags of a branch as a machine of the byte order stores them: mispredicted,
  /// 1000 cycles, type 3, speculation 2, privilege 4.
  private static func flags(_ order: ByteOrder) -> UInt64 {
    order == .littleEndian
      ? 1 | 1000 << 4 | 3 << 20 | 2 << 24 | 4 << 30
      : 1 << 63 | 1000 << 44 | 3 << 40 | 2 << 38 | 4 << 31
  }

  private func withSample(
    _ builder: PerfDataBuilder, _ check: (borrowing Sample) throws -> Void
  ) throws {
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next(), case .sample(let sample) = record.content else {
      Issue.record("no sample")
      return
    }
    try check(sample)
  }

  @Test("Fields of fixed size", arguments: orders)
  func fixed(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      #expect(sample.identifier == 5)
      #expect(sample.instructionPointer == 0xabc)
      #expect(sample.thread == ThreadID(process: 10, thread: 11))
      #expect(sample.time == 12 && sample.address == 13 && sample.streamID == 15)
      #expect(sample.cpu == 16 && sample.period == 17 && sample.recordedPeriod == 17)
      #expect(sample.flags.cpuMode == .user)
      #expect(sample.flags.contains(.exactInstructionPointer) == true)
    }
  }

  @Test("Counts of a group", arguments: orders)
  func readValues(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      guard let values = sample.readValues else { return noField() }
      #expect(values.count == 2 && values.timeEnabled == 100 && values.timeRunning == 90)
      let (first, second) = (values[0], values[1])
      #expect(first.value == 1 && first.identifier == 5 && first.lost == 0)
      #expect(second.value == 2 && second.identifier == 6 && second.lost == 3)
    }
  }

  @Test("Callchain, raw data and AUX data", arguments: orders)
  func callchain(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      guard let callchain = sample.callchain, let raw = sample.rawData, let aux = sample.auxData
      else { return noField() }
      #expect(callchain.count == 3)
      var frames = callchain.frames
      let frame = frames.next()
      #expect(frame?.address == 0xffff_8000 && frame?.context == .kernel)
      #expect(frames.next() == nil)
      #expect([UInt8](copying: raw) == [1, 2, 3, 4])
      #expect(aux.byteCount == 8)
    }
  }

  @Test("Branches with index and counters", arguments: orders)
  func branches(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      guard let stack = sample.branchStack, let counters = stack.counters else { return noField() }
      #expect(stack.count == 2 && stack.hardwareIndex == 7)
      let branch = stack[0]
      #expect(branch.from == 0x10 && branch.to == 0x20)
      #expect(branch.isMispredicted == true && branch.isPredicted == false)
      #expect(branch.cycles == 1000 && branch.type == .indirect)
      #expect(branch.speculation == .notSpeculated && branch.privilege.rawValue == 4)
      #expect(stack[1].from == 0x30)
      #expect(counters.array == [0x111, 0x222])
    }
  }

  @Test("Registers and stacks", arguments: orders)
  func registers(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      guard let user = sample.userRegisters, let interrupt = sample.interruptRegisters,
        let stack = sample.userStack
      else { return noField() }
      #expect(user.abi.rawValue == 2)
      #expect(user[register: 0] == 1000 && user[register: 7] == 1007)
      #expect(user[register: 15] == 1015 && user[register: 1] == nil)
      #expect(interrupt[register: 1] == 1001 && interrupt[register: 2] == 1002)
      #expect(stack.byteCount == 8)
    }
  }

  @Test("Memory fields", arguments: orders)
  func memory(order: ByteOrder) throws {
    try withSample(Self.builder(order)) { sample in
      #expect(sample.weight?.total == 21 && sample.weight?.isStructure == false)
      #expect(
        sample.dataSource?.operation == .notAvailable
          && sample.dataSource?.rawValue == 0x1_0000_0001)
      #expect(sample.transaction == [.elision, .transaction] && sample.physicalAddress == 0x9000)
      #expect(sample.cgroup == 77)
      #expect(sample.dataPageSize == 4096 && sample.codePageSize == 8192)
    }
  }

  @Test("A weight of three parts", arguments: orders)
  func weightStructure(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .weightStructure])
    builder.record(9) { $0.u64(1, 0x0003_0002_0000_0001) }
    try withSample(builder) { sample in
      guard let weight = sample.weight else { return noField() }
      #expect(weight.total == 1 && weight.second == 2 && weight.third == 3)
    }
  }

  @Test("Fields that the event did not ask for are absent, and the period is the event's")
  func absent() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    try withSample(builder) { sample in
      #expect(sample.thread == nil && sample.time == nil && sample.cpu == nil)
      #expect(sample.recordedPeriod == nil && sample.period == 1000)
      #expect(sample.weight == nil && sample.dataSource == nil && sample.cgroup == nil)
      let hasNone =
        sample.callchain == nil && sample.rawData == nil && sample.branchStack == nil
        && sample.userRegisters == nil && sample.userStack == nil && sample.auxData == nil
      #expect(hasNone)
    }
  }

  @Test("No registers and no stack")
  func emptyRegistersAndStack() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .userRegisters, .userStack, .physicalAddress]) {
      $0.userRegisters = 0xff
    }
    builder.record(9) { $0.u64(1, 0, 0, 0x77) }
    try withSample(builder) { sample in
      guard let user = sample.userRegisters, let stack = sample.userStack else { return noField() }
      #expect(user.values.isEmpty == true && user[register: 0] == nil && stack.byteCount == 0)
      #expect(sample.physicalAddress == 0x77)
    }
  }

  @Test("A branch stack whose index the kernel left out")
  func noBranches() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .branchStack, .physicalAddress]) {
      $0.branchFields = [.any, .hardwareIndex]
    }
    builder.record(9) { $0.u64(1, 0, 0x77) }
    try withSample(builder) { sample in
      guard let stack = sample.branchStack else { return noField() }
      #expect(stack.count == 0 && stack.hardwareIndex == nil)
      #expect(sample.physicalAddress == 0x77)
    }
  }

  @Test("Branch counters that only another event of the group asked for")
  func countersOfGroup() throws {
    var builder = PerfDataBuilder()
    builder.event([.identifier, .branchStack, .physicalAddress], identifiers: [1]) {
      $0.branchFields = [.any]
    }
    builder.event([.identifier, .branchStack, .physicalAddress], identifiers: [2]) {
      $0.branchFields = [.any, .counters]
    }
    builder.record(9) { $0.u64(1, 1, 10, 20, 0, 0x99, 0x77) }
    try withSample(builder) { sample in
      guard let counters = sample.branchStack?.counters else { return noField() }
      #expect(counters.array == [0x99] && sample.physicalAddress == 0x77)
    }
  }

  @Test("Fields behind the known ones do not disturb", arguments: orders)
  func unknownField(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .period, SampleFields(rawValue: 1 << 40)])
    builder.record(9) { $0.u64(1, 2, 3) }
    try withSample(builder) { sample in
      #expect(sample.instructionPointer == 1 && sample.period == 2)
    }
  }

  @Test("A sample cut at every word is malformed, never wrong", arguments: orders)
  func cut(order: ByteOrder) throws {
    let whole = Self.builder(order).records[0]
    for count in stride(from: 8, to: whole.count, by: 4) {
      var builder = Self.builder(order)
      var header = ByteWriter(order)
      header.u32(9)
      header.u16(2, UInt16(count))
      builder.records = [header.bytes + whole[8..<count]]
      let file = try PerfDataFile(bytes: builder.file())
      var records = file.records()
      guard let record = try records.next() else { return noField() }
      guard case .malformed = record.content else {
        Issue.record("a sample of \(count) bytes was accepted")
        continue
      }
    }
  }
}

private func noField() {
  Issue.record("a field that the sample has was not found")
}
