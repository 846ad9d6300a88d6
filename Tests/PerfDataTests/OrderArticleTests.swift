import PerfData
import PerfEvent
import Testing

/// The code of the article "Order and windows", compiled and run.
@Suite("The article about order and windows")
struct OrderArticleTests {
  private func withFile(_ body: (borrowing PerfDataFile, String) throws -> Void) throws {
    let folder = TemporaryFolder()
    let path = try folder.write(CountSamplesTests.recording().file(), as: "perf.data")
    try body(PerfDataFile(path: path), path)
  }

  @Test("Choose an order")
  func order() throws {
    try withFile { file, _ in
      var last: UInt64 = 0
      var records = file.records(in: .time)
      while let record = try records.next() {
        if let time = record.time, time != 0 {
          #expect(time >= last)
          last = time
        }
      }
      #expect(last == 50)
    }
  }

  @Test("Read a window, with what it needs from before")
  func window() throws {
    try withFile { file, _ in
      let window = RecordSelection(times: 25...45, cpus: [0, 1], metadata: .complete)
      var samples = 0
      var others = 0
      var records = file.records(in: .time, selecting: window)
      while let record = try records.next() {
        if record.sample != nil { samples += 1 } else { others += 1 }
      }
      #expect(samples == 2 && others == 2)
    }
  }

  @Test("Come back to a window")
  func index() throws {
    try withFile { file, path in
      let index = file.index()
      #expect(index.recordCount == 6)
      let times = try #require(index.times)
      let middle = times.lowerBound + (times.upperBound - times.lowerBound) / 2
      let half = RecordSelection(times: middle...times.upperBound)
      #expect(index.byteCount(selecting: half) > 0)
      var kinds: [RecordKind] = []
      var records = file.records(in: .time, selecting: half, index: index)
      while let record = try records.next() { kinds.append(record.kind) }
      #expect(kinds == [.sample, .sample, .sample])
      let kept = file.index(sideFile: path + ".index")
      #expect(kept == index)
      #expect(RecordIndex(sideFile: path + ".index", of: file) == index)
    }
  }

  @Test("Use all processors")
  func chunks() throws {
    try withFile { file, _ in
      var periods: UInt64 = 0
      try file.reduceChunks(into: &periods) { records in
        var sum: UInt64 = 0
        while let record = try records.next() { sum &+= record.sample?.period ?? 0 }
        return sum
      } combine: {
        $0 &+= $1
      }
      #expect(periods == 4000)
    }
  }
}
