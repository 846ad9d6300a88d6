import PerfData
import PerfEvent
import Testing

@Suite("Recordings of Android's recorder")
struct SimpleperfTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  private func withRecord(
    _ order: ByteOrder, _ name: String, _ check: (borrowing Record) throws -> Bool
  ) throws {
    let record = try #require(TypedRecords.find(name))
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    builder.record(record.kind, record.body)
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let found = try records.next() else {
      Issue.record("no record")
      return
    }
    let isRight = try check(found)
    #expect(isRight, "\(name) has another form than it was built with")
  }

  @Test("Files, symbols and remarks", arguments: orders)
  func symbols(order: ByteOrder) throws {
    try withRecord(order, "KERNEL_SYMBOL") { record in
      guard case .simpleperfKernelSymbols(let symbols) = record.content else { return false }
      return [UInt8](copying: symbols.text) == Array("symtab".utf8)
    }
    try withRecord(order, "DSO") { record in
      guard case .simpleperfFile(let file) = record.content else { return false }
      #expect(file.fileType == .elf && file.identifier == 7 && file.minimumAddress == 0x1000)
      return file.path == "/system/lib64/libc.so"
    }
    try withRecord(order, "SYMBOL") { record in
      guard case .simpleperfSymbol(let symbol) = record.content else { return false }
      return symbol.address == 0x2000 && symbol.length == 64 && symbol.file == 7
        && symbol.name == "malloc"
    }
    try withRecord(order, "TRACING_DATA of simpleperf") { record in
      guard case .tracingData(let formats) = record.content else { return false }
      return [UInt8](copying: formats.data) == [1, 2, 3, 4]
    }
    try withRecord(order, "DEBUG") { record in
      guard case .simpleperfDebug(let remark) = record.content else { return false }
      return remark.time == 9 && remark.message == "a remark"
    }
  }

  @Test("Callchains and results of unwinding", arguments: orders)
  func unwinding(order: ByteOrder) throws {
    try withRecord(order, "CALLCHAIN") { record in
      guard case .simpleperfCallchain(let chain) = record.content else { return false }
      #expect(chain.thread == ThreadID(process: 10, thread: 11) && chain.chainType == 1)
      return chain.time == 99 && chain.addresses.array == [100, 200]
        && chain.stackPointers.array == [300, 400]
    }
    try withRecord(order, "UNWINDING_RESULT") { record in
      guard case .simpleperfUnwindingResult(let result) = record.content else { return false }
      #expect(result.time == 1 && result.usedTime == 2 && result.errorCode == 3)
      #expect(result.errorAddress == 4 && result.stackStart == 5 && result.stackEnd == 6)
      #expect(result.registers.abi == .bits64 && result.registers[register: 2] == 71)
      #expect(result.stack.byteCount == 8 && result.count == 1)
      return result.addresses.array == [100] && result.stackPointers.array == [300]
    }
    try withRecord(order, "UNWINDING_RESULT without registers") { record in
      guard case .simpleperfUnwindingResult(let result) = record.content else { return false }
      return result.registers.values.isEmpty && result.stack.byteCount == 0 && result.count == 0
    }
  }

  /// Kernel symbols of so many bytes, in slices as the recorder makes them.
  private func sliced(_ order: ByteOrder, _ count: Int, sliceSize: Int) -> [[UInt8]] {
    var whole = ByteWriter(order)
    whole.u32(32769)
    whole.u16(UInt16(truncatingIfNeeded: (count + 12) >> 16))
    whole.u16(UInt16(truncatingIfNeeded: count + 12))
    whole.u32(UInt32(count))
    whole.raw((0..<count).map { UInt8(truncatingIfNeeded: $0) })
    var slices: [[UInt8]] = []
    var rest = whole.bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(sliceSize)
      var slice = ByteWriter(order)
      slice.u32(32772)
      slice.u16(0, UInt16(part.count + 8))
      slice.raw(Array(part))
      slices.append(slice.bytes)
      rest = rest.dropFirst(sliceSize)
    }
    var mark = ByteWriter(order)
    mark.u32(32773)
    mark.u16(0, 8)
    return slices + [mark.bytes]
  }

  @Test("Slices come out as the one record that they make up", arguments: orders)
  func joined(order: ByteOrder) throws {
    for (count, sliceSize) in [(200_000, 65527), (100, 8), (20, 4), (65_600, 65527)] {
      var builder = PerfDataBuilder(order)
      builder.event([.instructionPointer])
      builder.record(9) { $0.u64(1) }
      builder.records += sliced(order, count, sliceSize: sliceSize)
      builder.record(9) { $0.u64(2) }
      builder.records += sliced(order, 30, sliceSize: 16)
      builder.record(9) { $0.u64(3) }
      let file = try PerfDataFile(bytes: builder.file())
      var records = file.records()
      var kinds: [UInt32] = []
      var counts: [Int] = []
      var offsets: [UInt64] = []
      while let record = try records.next() {
        kinds.append(record.kind.rawValue)
        offsets.append(record.offset)
        if case .simpleperfKernelSymbols(let symbols) = record.content {
          counts.append(symbols.text.byteCount)
          let isSame = [UInt8](copying: symbols.text)
            .elementsEqual((0..<symbols.text.byteCount).map { UInt8(truncatingIfNeeded: $0) })
          #expect(isSame)
          #expect(record.size == symbols.text.byteCount + 12)
        }
      }
      #expect(kinds == [9, 32769, 9, 32769, 9])
      #expect(counts == [count, 30])
      #expect(offsets == offsets.sorted() && Set(offsets).count == 5)
    }
  }

  @Test("A copy keeps slices, a conversion joins them, and both read the same", arguments: orders)
  func copies(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    builder.records += sliced(order, 200_000, sliceSize: 65527)
    builder.record(9) { $0.u64(2) }
    builder.records += sliced(order, 30, sliceSize: 16)
    builder.feature(.simpleperfInformation) { $0.raw(Array("simpleperf_version\u{0}1\u{0}".utf8)) }
    let file = try PerfDataFile(bytes: builder.file())
    let copied = try PerfDataFile(bytes: try file.copy(to: .memory))
    let isSame =
      Array(copying: copied.bytes.extracting(copied.dataRange)) == builder.records.flatMap { $0 }
    #expect(isSame)
    let expected = Decoded(file)
    #expect(Decoded(copied) == expected && expected.values.malformed == 0)
    var options = WriterOptions(like: file)
    options.validation = .lenient
    let converted = try PerfDataFile(bytes: try file.convert(to: .memory, options: options))
    #expect(Decoded(converted) == expected)
    #expect(try converted.simpleperfInformation == ["simpleperf_version": "1"])
    let merge = RecordingMerge()
    try merge.add(file)
    let union = Summary(try PerfDataFile(bytes: try merge.write(to: .memory, options: options)))
    #expect(union.kinds[32769] == 2 && union.samples == 2 && union.malformed == 0)
  }

  @Test("Slices that make up no record are handed out as they are, with the fault")
  func unpaired() throws {
    let slices = sliced(.littleEndian, 100, sliceSize: 16)
    let cases: [[[UInt8]]] = [
      Array(slices.dropLast()), Array(slices.dropFirst()), [slices[0], slices[1]],
      [slices[slices.count - 1]], [slices[0], slices[slices.count - 1]],
    ]
    for records in cases {
      var builder = PerfDataBuilder()
      builder.event([.instructionPointer])
      builder.records = records
      builder.record(9) { $0.u64(1) }
      let file = try PerfDataFile(bytes: builder.file())
      let summary = Summary(file)
      #expect(summary.samples == 1 && summary.fault == nil)
      #expect(summary.malformed == records.count)
      #expect(summary.kinds.values.reduce(0, +) == records.count + 1)
    }
  }

  @Test("A file of nothing but slices without an end is read in linear time")
  func manySlices() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    var slice = ByteWriter()
    slice.u32(32772)
    slice.u16(0, 8)
    let count = 200_000
    builder.records = [[[UInt8]](repeating: slice.bytes, count: count).flatMap { $0 }]
    let file = try PerfDataFile(bytes: builder.file())
    // Searching again for each would take 2 * 10 ^ 10 steps.
    #expect(Summary(file).malformed == count)
  }

  @Test(
    "Identifiers that come late attribute samples in front of and behind them", arguments: orders)
  func lateIdentifiers(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.identifier, .instructionPointer], identifiers: [1])
    builder.event([.identifier, .instructionPointer], identifiers: [2])
    builder.feature(.simpleperfInformation) { $0.raw(Array("simpleperf_version\u{0}1\u{0}".utf8)) }
    builder.record(9) { $0.u64(501, 7) }
    builder.record(32774) { $0.u64(3, 0, 500, 1, 501, 9, 502) }
    for identifier in [1, 2, 500, 501, 502] as [UInt64] {
      builder.record(9) { $0.u64(identifier, 7) }
    }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.events.map(\.identifiers) == [[1, 500], [2, 501]])
    var records = file.records()
    var events: [Int] = []
    while let record = try records.next() {
      if record.kind == .sample { events.append(record.eventIndex) }
      guard case .simpleperfEventID(let list) = record.content else { continue }
      let entries = (0..<list.count).map { [list[$0].eventIndex, list[$0].identifier] }
      #expect(entries == [[0, 500], [1, 501], [9, 502]])
    }
    #expect(events == [1, 0, 1, 0, 1, -1])
  }
}
