import PerfData
import PerfEvent
import Testing

struct ReadmeTests {
  @Test func `The README's loop counts the samples of each process`() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .thread], flags: [], identifiers: [1])
    for (process, thread) in [(7, 8), (7, 9), (5, 5)] as [(UInt32, UInt32)] {
      builder.record(9) {
        $0.u64(0x10)
        $0.u32(process, thread)
      }
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "perf.data")

    let file = try PerfDataFile(path: path)
    var samples: [Int32: Int] = [:]
    var records = file.records()
    while let record = try records.next() {
      if let thread = record.sample?.thread { samples[thread.process, default: 0] += 1 }
    }
    #expect(samples == [7: 2, 5: 1])
  }
}
