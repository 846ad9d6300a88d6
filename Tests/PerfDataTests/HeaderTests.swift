import PerfData
import PerfEvent
import Testing

@Suite("The header, the events and the features")
struct HeaderTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  @Test(
    "A built file gives back what was put in", arguments: orders, [64, 72, 104, 128, 136, 144, 200])
  func roundTrip(order: ByteOrder, attributeSize: Int) throws {
    var builder = PerfDataBuilder(order)
    builder.attributeSize = attributeSize
    builder.event([.instructionPointer, .thread], identifiers: [7, 8]) { $0.precision = 2 }
    builder.event([.instructionPointer, .thread], identifiers: [9]) { $0.config = 1 }
    builder.feature(.hostname) { $0.sized("box") }
    builder.feature(.totalMemory) { $0.u64(4096) }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.header.byteOrder == order)
    #expect(file.header.mode == .file)
    #expect(file.header.version == 2)
    #expect(file.header.attributeSize == UInt64(attributeSize + 16))
    #expect(file.events.map(\.identifiers) == [[7, 8], [9]])
    #expect(file.events[0].attributes.precision == 2)
    #expect(file.events[0].attributes.samplePeriod == 1000)
    #expect(file.events.map(\.name) == ["cpu-clock:pp", "task-clock:HG"])
    #expect(file.features.map(\.feature) == [.hostname, .totalMemory])
    #expect(try file.hostname == "box")
    #expect(try file.totalMemoryKilobytes == 4096)
    #expect(try file.osRelease == nil)
    #expect(file.bytes(of: .totalMemory)?.byteCount == 8)
    #expect(file.faults.isEmpty)
    #expect(file.isUnfinished == false)
    #expect(Summary(file).fault == nil)
  }

  @Test("A pipe gives the same events and features", arguments: orders)
  func pipe(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .identifier], identifiers: [7, 8])
    builder.event([.instructionPointer, .identifier], identifiers: [9])
    builder.feature(.hostname) { $0.sized("box") }
    builder.record(78) {
      $0.u64(2, 9)
      $0.text("bananas")
    }
    builder.record(78) {
      $0.u64(0, 9)
      $0.text("pieces")
    }
    builder.record(78) { $0.u64(1, 9, (0.5).bitPattern) }
    builder.record(80) { $0.u64(32) }
    let file = try PerfDataFile(bytes: builder.pipe())
    #expect(file.header.mode == .pipe)
    #expect(file.header.byteOrder == order)
    #expect(file.events.map(\.identifiers) == [[7, 8], [9]])
    #expect(file.events[1].name == "bananas")
    #expect(file.events[1].unit == "pieces")
    #expect(file.events[1].scale == 0.5)
    #expect(file.features.map(\.feature) == [.hostname])
    #expect(try file.hostname == "box")
    #expect(Summary(file).kinds == [64: 2, 78: 3, 80: 2])
  }

  @Test("A file of version 1 is read", arguments: orders)
  func version1(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.attributeSize = 72
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(0x1234) }
    var bytes = builder.file()
    bytes.replaceSubrange(0..<8, with: Array("PERFFILE".utf8))
    let file = try PerfDataFile(bytes: bytes)
    #expect(file.header.version == 1)
    #expect(file.header.byteOrder == order)
    #expect(Summary(file).pointerSum == 0x1234)
  }

  @Test("Features written as words of four bytes by a machine of the other order are found")
  func narrowFeatureWords() throws {
    var builder = PerfDataBuilder(.bigEndian)
    builder.feature(.hostname) { $0.sized("box") }
    var bytes = builder.file()
    let words = Array(bytes[72..<80])
    bytes.replaceSubrange(72..<80, with: Array(words[4...] + words[..<4]))
    let file = try PerfDataFile(bytes: bytes)
    #expect(file.features.map(\.feature) == [.hostname])
  }

  @Test("What is no perf.data file is refused with a reason")
  func refused() {
    let inputs: [([UInt8], PerfDataError.Code)] = [
      ([], .notPerfData), (Array("PERF".utf8), .notPerfData),
      ([UInt8](repeating: 0x7f, count: 200), .notPerfData),
      (Array("PERFILE2".utf8), .truncated),
      (Array("PERFILE2".utf8) + [UInt8](repeating: 9, count: 200), .invalidSize),
    ]
    for (bytes, code) in inputs {
      let error = #expect(throws: PerfDataError.self) { _ = try PerfDataFile(bytes: bytes) }
      #expect(error?.code == code)
      #expect(error?.description.isEmpty == false)
    }
    let missing = #expect(throws: PerfDataError.self) {
      _ = try PerfDataFile(path: "/nonexistent/perf.data")
    }
    #expect(missing?.code == .inaccessible)
    #expect(missing?.systemError == .noSuchFile)
  }

  @Test("A file whose recorder was killed is read to its end")
  func killed() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for number in 1...5 { builder.record(9) { $0.u64(UInt64(number)) } }
    var bytes = builder.file(dataSize: 0)
    bytes[72] = 0xfc
    let file = try PerfDataFile(bytes: bytes)
    #expect(file.isUnfinished == true)
    #expect(file.features.isEmpty)
    let summary = Summary(file)
    #expect(summary.samples == 5)
    #expect(summary.fault == nil)
  }

  @Test("An empty recording with features is not taken for an unfinished one")
  func emptyButFinished() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.feature(.hostname) { $0.sized("box") }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.isUnfinished == false)
    #expect(try file.hostname == "box")
    #expect(Summary(file).kinds.isEmpty)
  }

  @Test("Sections of identifiers that overlap cannot multiply")
  func overlappingIdentifiers() throws {
    var builder = PerfDataBuilder()
    for _ in 0..<200 { builder.event([.instructionPointer], identifiers: [1, 2]) }
    var bytes = builder.file()
    for index in 0..<200 {
      let entry = 104 + index * 144 + 128
      var writer = ByteWriter()
      writer.u64(0, UInt64(bytes.count / 8 * 8))
      bytes.replaceSubrange(entry..<(entry + 16), with: writer.bytes)
    }
    let file = try PerfDataFile(bytes: bytes)
    let total = file.events.reduce(0) { $0 + $1.identifiers.count }
    #expect(total * 8 <= bytes.count)
    #expect(file.faults.count == 199)
  }
}
