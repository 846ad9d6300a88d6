import PerfData
import PerfEvent
import Testing

@Suite("Tracing data")
struct TracepointDataTests {
  typealias Samples = TracepointSamples

  static func data(_ bytes: [UInt8], offset: UInt64 = 0) -> TracingData {
    TracingData(parsing: bytes.span.bytes, offset: offset)
  }

  @Test(
    "Everything in them is read in either byte order",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func everything(order: ByteOrder) {
    let data = Self.data(Samples.someTracingData(order).bytes)
    #expect(data.faults == [])
    #expect(data.version == "0.6")
    #expect(data.byteOrder == order)
    #expect(data.longSize == 8)
    #expect(data.pageSize == 4096)
    #expect(data.pageHeader == "page format")
    #expect(data.eventHeader == "event format")
    #expect(
      data.formats.map(\.fullName) == [
        "ftrace:function", "sched:sched_one", "sched:sched_two", "irq:irq_one", "net-x:net_one",
      ])
    #expect(data[400]?.name == "irq_one")
    #expect(data[401] == nil)
    #expect(data["sched:sched_two"]?.id == 301)
    #expect(data[system: "irq", name: "sched_two"] == nil)
    #expect(data["sched_two"] == nil)
    #expect(data.kernelSymbols == "ffffffff81000000 T _stext\n")
    #expect(data.printkFormats == "0xffffffff8ab2d0e5 : \"idle\"\n")
    #expect(data.commandNames == [17: "migration/0", 4: "a name"])
    #expect(data[300]?.byteOrder == order)
  }

  @Test("Version 0.5 has no names of threads, and 32-bit machines a shorter long")
  func olderVersion() {
    let blob = Samples.tracingData(.bigEndian, version: "0.5", longSize: 4, [("s", [])])
    let data = Self.data(blob.bytes)
    #expect(data.faults == [])
    #expect(data.longSize == 4)
    #expect(data.savedCommandNames == "")
  }

  @Test("A format that cannot be read leaves the others alone")
  func badFormat() {
    let good = Samples.format("good", id: 2, [])
    let bad = Samples.format("bad", id: 1, ["field:int a;\toffset:x;\tsize:4;\tsigned:0;"])
    let blob = Samples.tracingData(.littleEndian, [("s", [bad, good])], names: "1 init\n")
    let data = Self.data(blob.bytes, offset: 1000)
    #expect(data.formats.map(\.name) == ["good"])
    #expect(data.savedCommandNames == "1 init\n")
    #expect(data.faults.map(\.code) == [.invalidFormat])
    let start = blob.formatSizes[0] + 8
    let line = bad.utf8.count - bad[bad.range(of: "\tfield:int a")!.lowerBound...].utf8.count
    #expect(data.faults.map(\.offset) == [UInt64(1000 + start + line)])
  }

  @Test(
    "A size that cannot be true costs one format, and those behind are found",
    arguments: 0..<5, [ByteOrder.littleEndian, .bigEndian])
  func badSize(index: Int, order: ByteOrder) {
    var blob = Samples.someTracingData(order)
    let all = Self.data(blob.bytes).formats.map(\.fullName)
    let place = blob.formatSizes[index] + (order == .littleEndian ? 5 : 2)
    blob.bytes[place] = 0x7f
    let data = Self.data(blob.bytes)
    var expected = all
    expected.remove(at: index)
    #expect(data.formats.map(\.fullName) == expected)
    #expect(data.faults.count == 1)
    #expect(data.faults.first?.code == .invalidSize)
  }

  @Test("What does not begin as tracing data is one fault")
  func noTracingData() {
    #expect(Self.data([]).faults.map(\.code) == [.truncated])
    #expect(Self.data(Array("not tracing data".utf8)).faults.map(\.code) == [.invalidFormat])
  }

  @Test("Cut at any length, the formats in front are there and the rest is a fault")
  func truncation() {
    let blob = Samples.someTracingData(.littleEndian)
    let all = Self.data(blob.bytes).formats
    for count in 0..<blob.bytes.count {
      let data = Self.data(Array(blob.bytes[..<count]))
      #expect(data.faults.count == 1, "\(count)")
      let whole = zip(all, blob.formatSizes).filter { format, place in
        place + 8 + format.text.utf8.count <= count
      }
      #expect(data.formats == whole.map(\.0), "\(count)")
    }
  }

  @Test("No change of a byte, and no two, make the reader trap or hang")
  func mutations() {
    let blob = Samples.someTracingData(.littleEndian)
    for index in blob.bytes.indices {
      for value: UInt8 in [0, 1, 0x7f, 0xff, UInt8(ascii: ";")] {
        var bytes = blob.bytes
        bytes[index] = value
        bytes[(index * 7 + Int(value)) % bytes.count] ^= 0x80
        let data = Self.data(bytes)
        #expect(data.formats.count <= 6)
      }
    }
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
