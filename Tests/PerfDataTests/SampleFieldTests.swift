import PerfData
import PerfEvent
import Testing

@Suite("The parts of sample fields")
struct SampleFieldTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  private func withSample(
    _ builder: PerfDataBuilder, _ check: (borrowing Sample) throws -> Bool
  ) throws {
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next(), case .sample(let sample) = record.content else {
      Issue.record("no sample")
      return
    }
    let isRight = try check(sample)
    #expect(isRight)
  }

  @Test("Every part of a data source")
  func dataSource() {
    var value: UInt64 = 0
    // A load that missed the first level, hit a modified line elsewhere, was
    // locked, and missed the first buffer of translations.
    value |= 0b00010 | 0b1100 << 5 | 0b10000 << 19 | 0b10 << 24 | 0b1100 << 26
    value |= 13 << 33 | 1 << 37 | 0b11 << 38 | 0b110 << 40 | 3 << 43 | 9 << 46
    let source = DataSource(rawValue: value)
    #expect(source.operation == .load && source.level == [.miss, .l1])
    #expect(source.snoop == .modifiedHit && source.lock == .locked)
    #expect(source.translation == [.miss, .l1] && source.levelNumber == .memory)
    #expect(source.isRemote && source.extendedSnoop == [.forward, .peer])
    #expect(source.blocking == [.data, .address] && source.hops == .socket)
    #expect(source.region == .memory1)
    #expect("\(source.level)" == "miss L1" && "\(source.levelNumber)" == "RAM")
    #expect("\(source.region)" == "memory-1" && "\(DataSource.Hops(rawValue: 7))" == "hops-7")
  }

  @Test("Every bit of a data source belongs to one part")
  func dataSourceBits() {
    for bit in 0..<51 {
      let source = DataSource(rawValue: 1 << UInt64(bit))
      let parts: [UInt64] = [
        source.operation.rawValue, source.level.rawValue, source.snoop.rawValue,
        source.lock.rawValue, source.translation.rawValue, source.levelNumber.rawValue,
        source.isRemote ? 1 : 0, source.extendedSnoop.rawValue, source.blocking.rawValue,
        source.hops.rawValue, source.region.rawValue,
      ]
      #expect(parts.filter { $0 != 0 }.count == 1, "bit \(bit)")
    }
  }

  @Test("Every value of every part of a data source has a word of its own")
  func dataSourceWords() {
    typealias Source = DataSource
    let bits = (0..<14 as Range<UInt64>).map { 1 << $0 as UInt64 }
    let words: [(count: Int, words: [String])] = [
      (5, bits.map { "\(Source.Operation(rawValue: $0))" }),
      (14, bits.map { "\(Source.Level(rawValue: $0))" }),
      (5, bits.map { "\(Source.Snoop(rawValue: $0))" }),
      (2, bits.map { "\(Source.Lock(rawValue: $0))" }),
      (7, bits.map { "\(Source.Translation(rawValue: $0))" }),
      (2, bits.map { "\(Source.ExtendedSnoop(rawValue: $0))" }),
      (3, bits.map { "\(Source.Blocking(rawValue: $0))" }),
      (16, (0..<16 as Range<UInt64>).map { "\(Source.LevelNumber(rawValue: $0))" }),
      (5, (0..<5 as Range<UInt64>).map { "\(Source.Hops(rawValue: $0))" }),
      (16, (0..<16 as Range<UInt64>).map { "\(Source.Region(rawValue: $0))" }),
    ]
    for (count, words) in words {
      let known = words.prefix(count)
      #expect(Set(known).count == count && !known.contains(""), "\(known)")
    }
  }

  @Test("Transactions and the code of an abort", arguments: orders)
  func transaction(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .transaction])
    builder.record(9) { $0.u64(1, 0xab << 32 | 0b1010_0100) }
    try withSample(builder) { sample in
      guard let transaction = sample.transaction else { return false }
      #expect(transaction.isSuperset(of: [.synchronous, .conflict, .readCapacity]))
      #expect("\(transaction)" == "sync conflict capacity-read abort-171")
      return transaction.abortCode == 0xab && !transaction.contains(.elision)
    }
  }

  /// The flags of a branch: predicted, in a transaction, 9 cycles, the kind, an
  /// extended kind, and the kernel's privilege.
  private static func flags(_ order: ByteOrder, kind: UInt64, extended: UInt64) -> UInt64 {
    order == .littleEndian
      ? 0b110 | 9 << 4 | kind << 20 | 1 << 24 | extended << 26 | 2 << 30
      : 0b11 << 61 | 9 << 44 | kind << 40 | 1 << 38 | extended << 34 | 2 << 31
  }

  @Test("Kinds of branches, and counters", arguments: orders)
  func branches(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .branchStack]) {
      $0.branchFields = [.any, .counters]
    }
    builder.record(9) { body in
      body.u64(1, 2)
      body.u64(10, 20, Self.flags(order, kind: 15, extended: 1))
      body.u64(30, 40, Self.flags(order, kind: 8, extended: 1))
      body.u64(0x4321, 0xf)
    }
    try withSample(builder) { sample in
      guard let stack = sample.branchStack else { return false }
      let (first, second) = (stack[0], stack[1])
      #expect(first.isPredicted && !first.isMispredicted && first.isInTransaction)
      #expect(first.cycles == 9 && first.type == .extended && first.extendedType == .dataFault)
      #expect(first.speculation == .wrongPath && first.privilege == .kernel)
      #expect(second.type == .systemReturn && second.extendedType == nil)
      #expect("\(second.type) \(first.privilege)" == "sysret kernel")
      #expect(stack.count(of: 0, at: 0, width: 4) == 1 && stack.count(of: 3, at: 0, width: 4) == 4)
      #expect(stack.count(of: 0, at: 1, width: 4) == 15)
      #expect(stack.count(of: 0, at: 0, width: 64) == 0x4321)
      let refused: [UInt64?] = [
        stack.count(of: 16, at: 0, width: 4), stack.count(of: 0, at: 2, width: 4),
        stack.count(of: 0, at: 0, width: 0), stack.count(of: -1, at: 0, width: 4),
      ]
      return refused.allSatisfy { $0 == nil }
    }
  }

  @Test("Counters' width from the PMU's capabilities")
  func counterWidth() throws {
    var builder = PerfDataBuilder()
    builder.feature(.cpuPMUCapabilities) { body in
      body.u32(2)
      for text in ["branch_counter_nr", "4", "branch_counter_width", "2"] { body.sized(text) }
    }
    let capabilities = try #require(
      try PerfDataFile(bytes: builder.file()).cpuPMUCapabilities)
    #expect(capabilities.branchCounterWidth == 2 && capabilities.branchCounterCount == 4)
    #expect(capabilities["max_precise"] == nil)
  }

  static let names: [(set: RegisterSet, name: String, number: Int)] = [
    (.x86, "AX", 0), (.x86, "SP", 7), (.x86, "IP", 8), (.x86, "GS", 15), (.x86, "R8", 16),
    (.x86, "R15", 23), (.x86, "XMM0", 32), (.x86, "XMM15", 62), (.arm, "r10", 10),
    (.arm, "fp", 11), (.arm, "sp", 13), (.arm, "pc", 15), (.arm64, "x0", 0),
    (.arm64, "x29", 29), (.arm64, "lr", 30), (.arm64, "sp", 31), (.arm64, "pc", 32),
    (.arm64, "vg", 46), (.riscv, "pc", 0), (.riscv, "sp", 2), (.riscv, "t2", 7),
    (.riscv, "s1", 9), (.riscv, "a7", 17), (.riscv, "s11", 27), (.riscv, "t6", 31),
  ]

  @Test("Names of registers", arguments: names)
  func registerNames(expected: (set: RegisterSet, name: String, number: Int)) {
    #expect(expected.set.number(of: expected.name) == expected.number)
    #expect(expected.set.number(of: expected.name.uppercased()) == expected.number)
    #expect(expected.set.name(of: expected.number) == expected.name)
  }

  @Test("Registers without a name, and names of architectures")
  func architectures() {
    #expect(RegisterSet.x86.name(of: 24) == nil && RegisterSet.x86.number(of: "") == nil)
    #expect(RegisterSet.x86.name(of: 64) == nil && RegisterSet.x86.name(of: -1) == nil)
    #expect(RegisterSet.x86.name(of: 63) == "XMM15")
    let known: [(String, RegisterSet)] = [
      ("x86_64", .x86), ("i686", .x86), ("armv7l", .arm), ("armv8l", .arm), ("aarch64", .arm64),
      ("riscv64", .riscv),
    ]
    for (name, set) in known { #expect(RegisterSet(architecture: name) == set) }
    #expect(RegisterSet(architecture: "sparc64") == nil && RegisterSet(machine: 1) == nil)
    let numbers: [(UInt32, RegisterSet)] = [
      (3, .x86), (62, .x86), (40, .arm), (183, .arm64), (243, .riscv),
    ]
    for (number, set) in numbers { #expect(RegisterSet(machine: number) == set) }
  }

  @Test("Registers by name", arguments: orders)
  func registersByName(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .userRegisters]) { $0.userRegisters = 0b1_1000_0001 }
    builder.feature(.architecture) { $0.sized("x86_64") }
    builder.record(9) { $0.u64(1, 1, 100, 107, 108) }
    let set = try #require(try PerfDataFile(bytes: builder.file()).registerSet)
    try withSample(builder) { sample in
      guard let registers = sample.userRegisters else { return false }
      #expect(registers.abi == .bits32 && registers.numbers == [0, 7, 8])
      #expect(registers["BX", in: set] == nil && registers["nonsense", in: set] == nil)
      return registers["ax", in: set] == 100 && registers["SP", in: set] == 107
        && registers["IP", in: set] == 108
    }
  }

  @Test("The head of a tracepoint", arguments: orders)
  func tracepoint(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .raw])
    builder.record(9) { body in
      body.u64(1)
      body.u32(12)
      body.u16(314)
      body.u8(1, 2)
      body.u32(4242, 0)
    }
    try withSample(builder) { sample in
      guard let head = sample.tracepointHead else { return false }
      #expect(head.type == 314 && head.flags == 1 && head.preemptCount == 2)
      return head.thread == 4242 && sample.offCPUTime == nil
    }
  }

  @Test("Time off the CPU", arguments: orders)
  func offCPU(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .raw])
    builder.record(9) { body in
      body.u64(1)
      body.u32(52, 10, 11)
      body.u64(5000, 2, UInt64(bitPattern: -512), 0x1234, 77)
      body.u32(0)
    }
    try withSample(builder) { sample in
      guard let time = sample.offCPUTime else { return false }
      #expect(time.thread == ThreadID(process: 10, thread: 11) && time.period == 5000)
      var frames = time.callchain.frames
      let frame = frames.next()
      #expect(frame?.address == 0x1234 && frame?.context == .user)
      return time.cgroup == 77
    }
  }

  @Test("The cookie of a callchain that goes on later", arguments: orders)
  func cookie(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .callchain])
    builder.record(9) { body in
      body.u64(1, 4, UInt64(bitPattern: -128), 5, UInt64(bitPattern: -640), 0x77)
    }
    builder.record(9) { $0.u64(1, 1, 0x77) }
    try withSample(builder) { $0.callchain?.deferredCookie == 0x77 }
    builder.records.removeFirst()
    try withSample(builder) { $0.callchain?.deferredCookie == nil && $0.callchain?.count == 1 }
  }

  static let readFormats: [ReadFormat] = (0..<32).map { ReadFormat(rawValue: $0) }

  @Test("Counts in every layout", arguments: orders, readFormats)
  func readValues(order: ByteOrder, format: ReadFormat) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .read, .physicalAddress]) { $0.readFormat = format }
    let isGroup = format.contains(.group)
    builder.record(9) { body in
      body.u64(1)
      body.u64(isGroup ? 2 : 100)
      if format.contains(.timeEnabled) { body.u64(50) }
      if format.contains(.timeRunning) { body.u64(40) }
      for member in 0..<(isGroup ? 2 : 1) as Range<UInt64> {
        if isGroup { body.u64(100 + member) }
        if format.contains(.id) { body.u64(7 + member) }
        if format.contains(.lost) { body.u64(3 + member) }
      }
      body.u64(0x9999)
    }
    try withSample(builder) { sample in
      guard let values = sample.readValues else { return false }
      #expect(values.count == (isGroup ? 2 : 1) && sample.physicalAddress == 0x9999)
      #expect(values.timeEnabled == (format.contains(.timeEnabled) ? 50 : nil))
      #expect(values.timeRunning == (format.contains(.timeRunning) ? 40 : nil))
      for index in 0..<values.count {
        let (value, member) = (values[index], UInt64(index))
        #expect(value.value == 100 + member)
        #expect(value.identifier == (format.contains(.id) ? 7 + member : nil))
        #expect(value.lost == (format.contains(.lost) ? 3 + member : nil))
      }
      return true
    }
  }
}
