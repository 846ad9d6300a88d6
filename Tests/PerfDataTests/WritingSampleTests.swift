import Foundation
import PerfData
import PerfEvent
import Testing

/// Samples of every shape, written, read in both byte orders, and shown by perf.
@Suite("Samples that are written")
struct WritingSampleTests {
  static let sample: SampleValues = {
    var sample = SampleValues()
    sample.flags = RecordFlags(rawValue: 0x4002)
    sample.instructionPointer = 0x40_1234
    sample.thread = WritingGapTests.thread
    sample.time = 1_000_000_100
    sample.address = 0x7fff_0000_1000
    sample.streamID = 70
    sample.cpu = 3
    sample.period = 4321
    sample.counters = CounterValues(
      [
        CounterValues.Value(value: 501, identifier: 7, lost: 3),
        CounterValues.Value(value: 502, identifier: 8, lost: 4),
      ], timeEnabled: 601, timeRunning: 602)
    sample.callchain = [UInt64(bitPattern: -512), 0x40_1234, 0x40_2222, 0x40_3333]
    sample.rawData = [9, 8, 7, 6, 5]
    sample.branches = [
      Branch(from: 0x1111, to: 0x2222, flags: 0x1_4512_34a2),
      Branch(from: 0x3333, to: 0x4444, flags: 0x1),
    ]
    sample.branchHardwareIndex = 5
    sample.branchCounters = [0x31, 0x32]
    sample.userRegisters = [0xaa, 0xbb]
    sample.userStack = Array(0..<20)
    sample.weight = 0x0003_0002_0000_0041
    sample.dataSource = DataSource(rawValue: 0x6810_0142)
    sample.transaction = 0x1234_0000_0005
    sample.interruptRegisters = [0xcc]
    sample.physicalAddress = 0x9_9000
    sample.cgroup = 77
    sample.dataPageSize = 4096
    sample.codePageSize = 2 << 20
    sample.auxData = [1, 2, 3]
    return sample
  }()

  static let all: [SampleFields] = [
    .instructionPointer, .address, .id, .streamID, .cpu, .period, .read, .callchain, .raw,
    .branchStack, .userRegisters, .userStack, .weight, .dataSource, .transaction,
    .interruptRegisters, .physicalAddress, .cgroup, .dataPageSize, .codePageSize, .aux,
    .weightStructure,
  ]

  static func file(
    _ order: ByteOrder, _ fields: SampleFields, format: ReadFormat = [],
    branches: BranchFields = []
  ) throws -> [UInt8] {
    let change: (inout EventAttributes) -> Void = {
      $0.readFormat = format
      $0.branchFields = branches
      $0.userRegisters = 0x11
      $0.userStackSize = 64
      $0.interruptRegisters = 0x100
      $0.auxSampleSize = 8
    }
    let events = [
      WritingGapTests.event(fields, identifiers: [7], change),
      WritingGapTests.event(fields, identifiers: [8], change),
    ]
    return try WritingGapTests.write(order, events) { writer in
      try writer.append(sample)
      var other = sample
      other.callchain = []
      other.userRegisters = []
      other.userStack = []
      other.branches = []
      try writer.append(other, event: 1)
    }
  }

  @Test("Every field alone, and all together, come back in both byte orders")
  func fields() throws {
    let together = Self.all.reduce(into: SampleFields()) { $0.formUnion($1) }
    for order in [ByteOrder.littleEndian, .bigEndian] {
      for fields in Self.all + [together.subtracting(.weight), []] {
        let bytes = try Self.file(
          order, fields, format: [.timeEnabled, .id, .group, .lost],
          branches: [.any, .hardwareIndex, .counters])
        let file = try PerfDataFile(bytes: bytes)
        var reader = file.records()
        var count = 0
        while let record = try reader.next() {
          guard let sample = record.sample else { continue }
          #expect(sample.thread == Self.sample.thread)
          #expect(sample.time == Self.sample.time)
          #expect(sample.identifier == (count == 0 ? 7 : 8))
          #expect(sample.eventIndex == count)
          if count == 0 { expectEqual(sample, fields) }
          count += 1
        }
        #expect(count == 2)
      }
    }
  }

  private func expectEqual(_ sample: borrowing Sample, _ fields: SampleFields) {
    let wanted = Self.sample
    func given<Value>(_ field: SampleFields, _ value: Value) -> Value? {
      fields.contains(field) ? value : nil
    }
    #expect(sample.instructionPointer == given(.instructionPointer, wanted.instructionPointer))
    #expect(sample.address == given(.address, wanted.address))
    #expect(sample.streamID == given(.streamID, wanted.streamID))
    #expect(sample.cpu == given(.cpu, wanted.cpu))
    #expect(sample.recordedPeriod == given(.period, wanted.period))
    #expect(sample.dataSource == given(.dataSource, wanted.dataSource))
    #expect(sample.transaction?.rawValue == given(.transaction, wanted.transaction))
    #expect(sample.physicalAddress == given(.physicalAddress, wanted.physicalAddress))
    #expect(sample.cgroup == given(.cgroup, wanted.cgroup))
    #expect(sample.dataPageSize == given(.dataPageSize, wanted.dataPageSize))
    #expect(sample.codePageSize == given(.codePageSize, wanted.codePageSize))
    let hasWeight = !fields.isDisjoint(with: [.weight, .weightStructure])
    #expect(sample.weight?.rawValue == (hasWeight ? wanted.weight : nil))
    expectEqualVariable(sample, fields)
  }

  private func expectEqualVariable(_ sample: borrowing Sample, _ fields: SampleFields) {
    let wanted = Self.sample
    var chain: [UInt64]?
    if let found = sample.callchain { chain = found.entries.array }
    #expect(chain == (fields.contains(.callchain) ? wanted.callchain : nil))
    var raw: [UInt8]?
    if let found = sample.rawData { raw = Array(copying: found) }
    #expect(raw == (fields.contains(.raw) ? wanted.rawData + [0, 0, 0, 0, 0, 0, 0] : nil))
    var branches: [Branch]?
    var counters: [UInt64]?
    if let found = sample.branchStack {
      branches = (0..<found.count).map { found[$0] }
      if let words = found.counters { counters = words.array }
      #expect(found.hardwareIndex == 5)
    }
    #expect(branches == (fields.contains(.branchStack) ? wanted.branches : nil))
    #expect(counters == (fields.contains(.branchStack) ? wanted.branchCounters : nil))
    var registers: [UInt64]?
    if let found = sample.userRegisters { registers = found.values.array }
    #expect(registers == (fields.contains(.userRegisters) ? wanted.userRegisters : nil))
    registers = nil
    if let found = sample.interruptRegisters { registers = found.values.array }
    #expect(registers == (fields.contains(.interruptRegisters) ? wanted.interruptRegisters : nil))
    var stack: [UInt8]?
    if let found = sample.userStack { stack = Array(copying: found) }
    #expect(stack == (fields.contains(.userStack) ? wanted.userStack : nil))
    var aux: [UInt8]?
    if let found = sample.auxData { aux = Array(copying: found) }
    #expect(aux == (fields.contains(.aux) ? [1, 2, 3, 0, 0, 0, 0, 0] : nil))
  }

  @Test("All layouts of counts come back in both byte orders")
  func counts() throws {
    for bits in 0..<32 {
      let format = ReadFormat(rawValue: UInt64(bits))
      for order in [ByteOrder.littleEndian, .bigEndian] {
        let file = try PerfDataFile(
          bytes: try Self.file(order, [.read, .callchain], format: format))
        var reader = file.records()
        while let record = try reader.next() {
          guard let sample = record.sample, let values = sample.readValues else { continue }
          let isGroup = format.contains(.group)
          #expect(values.count == (isGroup ? 2 : 1))
          #expect(values.timeEnabled == (format.contains(.timeEnabled) ? 601 : nil))
          #expect(values.timeRunning == (format.contains(.timeRunning) ? 602 : nil))
          for index in 0..<values.count {
            #expect(values[index].value == 501 + UInt64(index))
            #expect(values[index].identifier == (format.contains(.id) ? 7 + UInt64(index) : nil))
            #expect(values[index].lost == (format.contains(.lost) ? 3 + UInt64(index) : nil))
          }
        }
      }
    }
  }

  @Test(
    "perf decodes the same values of all fields",
    .enabled(if: Command.perf != nil, "perf is not installed or may not record"))
  func perfDecodes() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let fields = Self.all.reduce(into: SampleFields()) { $0.formUnion($1) }
      .subtracting([.weightStructure, .id])
    let bytes = try Self.file(
      .native, fields, format: [.timeEnabled, .timeRunning, .id, .group],
      branches: [.any, .hardwareIndex])
    let path = try folder.write(bytes, as: "samples.data")
    let outcome = try perf.run(["report", "-D", "-f", "-i", path])
    var missing: [String] = []
    for text in [
      "PERF_RECORD_SAMPLE(IP, 0x4002): 4711/4712: 0x401234 period: 4321 addr: 0x7fff00001000",
      "... FP chain: nr:4", ".....  1: 0000000000401234", "... branch stack: nr:2",
      ".....  0: 0000000000001111 -> 0000000000002222", "0000000000003333 -> 0000000000004444",
      "... user regs: mask 0x11 ABI 64-bit", ".... AX    0x00000000000000aa",
      ".... SI    0x00000000000000bb", "... ustack: size 20, offset 0x",
      "... intr regs: mask 0x100 ABI 64-bit", ".... IP    0x00000000000000cc",
      "... weight: 844433520066625", ". data_src: 0x68100142", " .. data page size: 4K",
      " .. code page size: 2M", " .. phys_addr: 0x99000", "... transaction: 123400000005",
      "...... time enabled 0000000000000259", "...... time running 000000000000025a",
      "..... id 0000000000000007, value 00000000000001f5",
      "..... id 0000000000000008, value 00000000000001f6",
    ] where !outcome.text.contains(text) {
      missing.append(text)
    }
    #expect(missing == [])
    #expect(outcome.status == 0)
  }
}
