import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Agreement with perf's decodes of synthetic records")
struct PerfDecodeTests {
  static func file() -> [UInt8] {
    var builder = PerfDataBuilder()
    let fields: SampleFields = [
      .identifier, .instructionPointer, .thread, .time, .cpu, .read, .callchain, .branchStack,
      .userRegisters, .weightStructure, .dataSource, .transaction, .physicalAddress, .cgroup,
      .dataPageSize, .codePageSize,
    ]
    for identifier in [5, 6] as [UInt64] {
      builder.event(fields, identifiers: [identifier]) {
        $0.readFormat = [.group, .timeEnabled, .timeRunning, .id, .lost]
        $0.branchFields = [.any, .hardwareIndex]
        $0.userRegisters = 0b1_1000_0001
      }
    }
    let names = [
      "ID_INDEX", "TIME_CONV", "CPU_MAP list", "CPU_MAP mask 4", "CPU_MAP mask 8",
      "CPU_MAP range", "EVENT_UPDATE cpus",
    ]
    for name in names {
      guard let record = TypedRecords.find(name) else { continue }
      builder.record(record.kind, record.body)
    }
    builder.record(20) { body in
      body.u64(0x7000)
      body.u16(2, 3)
      body.raw([1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0])
      trailer(&body)
    }
    builder.record(21) { body in
      body.u64(0x77)
      trailer(&body)
    }
    addSample(to: &builder)
    return builder.file()
  }

  private static func trailer(_ body: inout ByteWriter) {
    body.u32(10, 11)
    body.u64(999)
    body.u32(1, 0)
    body.u64(5)
  }

  private static func addSample(to builder: inout PerfDataBuilder) {
    builder.record(9, flags: 2) { body in
      body.u64(5, 0xabc)
      body.u32(10, 11)
      body.u64(1000)
      body.u32(1, 0)
      body.u64(2, 100, 90, 41, 5, 0, 42, 6, 3)
      body.u64(2, UInt64(bitPattern: -512), 0xabc)
      body.u64(2, 5, 0x10, 0x20, 1 | 9 << 4 | 3 << 20, 0x30, 0x40, 2)
      body.u64(2, 100, 107, 108)
      // perf shows the third weight on some machines only.
      body.u64(0x0000_0002_0000_0001, 0x1_0000_0001 | 1 << 37, 0xab << 32 | 0b100)
      body.u64(0x9000, 77, 4096, 8192)
    }
  }

  @Test(
    "What is read of a record is what perf report -D shows of it",
    .enabled(if: DumpTextTests.isKnownPerf, "perf 6.1 is not installed"))
  func decode() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = try folder.write(Self.file(), as: "synthetic.data")
    let outcome = try perf.run(["report", "-D", "-f", "-i", path])
    let file = try PerfDataFile(path: path)
    let ours = DumpText(file, path: path, version: .perf6).lines
    let theirs = DumpText.lines(of: outcome.text).prefix { !$0.hasPrefix("Aggregated stats:") }
    #expect(DumpTextTests.difference(ours, Array(theirs)) == nil, "\(outcome.errors)")
    #expect(ours.count > 50)
  }
}
