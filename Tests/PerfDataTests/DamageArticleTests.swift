import PerfData
import PerfEvent
import Testing

/// The code of the article "Damaged recordings", compiled and run.
@Suite("The article about damage")
struct DamageArticleTests {
  /// A file with a record of an impossible size in front of the last sample.
  private func withFile(_ body: (borrowing PerfDataFile) throws -> Void) throws {
    var builder = CountSamplesTests.recording()
    builder.record(9, size: 3) { $0.u64(0) }
    builder.records.append(builder.records[0])
    try body(PerfDataFile(bytes: builder.file()))
  }

  @Test("Stop, or go on")
  func skip() throws {
    try withFile { file in
      var count = 0
      var records = file.records(atDamage: .skip)
      while let record = try records.next() {
        if case .malformed = record.content { continue }
        count += 1
      }
      var lines: [String] = []
      for gap in records.gaps {
        lines.append("bytes \(gap.range) of part \(gap.part): \(gap.fault)")
      }
      #expect(count == 7 && lines.count == 1)
      #expect(records.gaps.first?.range.count == 16)
      #expect(records.gaps.first?.fault.code == .invalidSize)

      var samples = 0
      var sorted = file.records(in: .time, atDamage: .skip)
      while let record = try sorted.next() { samples += record.sample == nil ? 0 : 1 }
      #expect(samples == 5)
    }
  }

  @Test("Say how far to trust it")
  func quality() throws {
    try withFile { file in
      let state = RecordingState(reading: file, atDamage: .skip)
      var sentences: [String] = []
      for concern in state.quality.concerns {
        sentences.append("\(concern)")
      }
      #expect(sentences.first == "1 damaged place made the reader skip 16 bytes.")
      let serious: Set<RecordingConcern.Subject> = [.fileFault, .damage, .gaps]
      let isDamaged = state.quality.concerns.contains { serious.contains($0.subject) }
      #expect(isDamaged)
    }
  }

  @Test("When something was lost")
  func losses() throws {
    var builder = CountSamplesTests.recording()
    builder.record(2) {
      $0.u64(1, 12)
      $0.u32(7, 7)
      $0.u64(60)
    }
    let state = RecordingState(reading: try PerfDataFile(bytes: builder.file()))
    var lines: [String] = []
    for window in state.losses.windows {
      lines.append("\(window.count) lost between \(window.begin) and \(window.end)")
    }
    // Without CPUs in the recording it is not known since when.
    #expect(lines == ["12 lost between 60 and 60"])
  }

  @Test("Tell a killed recorder from damage")
  func killed() throws {
    let file = try PerfDataFile(bytes: CountSamplesTests.recording().file(dataSize: 0))
    let isUnfinished = file.isUnfinished
    #expect(isUnfinished)
    for fault in file.faults { Issue.record("\(fault)") }
  }

  @Test("Make a sound file of it")
  func repair() throws {
    try withFile { file in
      let folder = TemporaryFolder()
      let repaired = folder.file("repaired.data")
      let report = try RecordingRepair().write(file, to: .path(repaired))
      #expect(report.keptRecords == 7 && report.skippedBytes == 16)
      #expect(Summary(try PerfDataFile(path: repaired)).samples == 5)
    }
  }
}
