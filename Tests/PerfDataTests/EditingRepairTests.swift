import Foundation
import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("Repairing recordings")
struct EditingRepairTests {
  static let hasData: Bool = SharedData.folder != nil

  @Test(
    "All that is left of a damaged recording is there, and nothing is wrong any more",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"),
    arguments: SharedData.rows.filter { row in
      row.path.contains("damaged/") && !row.path.contains("header")
    })
  func repairs(row: SharedData.Row) throws {
    let file = try PerfDataFile(bytes: try SharedData.bytes(row.path))
    let report = try RecordingRepair().write(file, to: .memory)
    let result = try PerfDataFile(bytes: report.bytes)
    let summary = Summary(result)
    // The table counts up to the first damage.
    let least = try #require(Int(row.columns[3]))
    #expect(summary.samples >= least)
    #expect(summary.fault == nil && summary.malformed == 0)
    #expect(result.faults == [] && !result.isUnfinished)
    #expect(!report.faults.isEmpty || file.isUnfinished)
    if let perf = Command.perf {
      let folder = TemporaryFolder()
      let path = try folder.write(report.bytes, as: "repaired.data")
      let outcome = try perf.run(["report", "--stats", "-f", "-i", path])
      #expect(outcome.text.contains("SAMPLE events: \(padded(summary.samples))"))
      for word in ["corrupt", "unexpected", "incomplete", "failed", "bogus"] {
        #expect(!outcome.errors.contains(word), "\(outcome.errors)")
      }
    }
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 10 - digits.count)) + digits
  }

  @Test(
    "Behind a damaged record in the middle, the rest is found again",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"),
    arguments: ["oversize_record200.data", "zero_size_record300.data"])
  func resumes(name: String) throws {
    let whole = try PerfDataFile(bytes: try SharedData.bytes("generated/perf6.1/fp.data"))
    let file = try PerfDataFile(bytes: try SharedData.bytes("generated/damaged/\(name)"))
    let report = try RecordingRepair().write(file, to: .memory)
    let (all, kept) = (Summary(whole), Summary(try PerfDataFile(bytes: report.bytes)))
    let lost = all.kinds.values.reduce(0, +) - kept.kinds.values.reduce(0, +)
    #expect(lost == 1)
    #expect(report.skippedBytes > 0 && report.skippedBytes < 4096)
  }

  @Test(
    "Features stay what they are when that of the host is lost",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func lostHost(order: ByteOrder) throws {
    var writer = try PerfDataWriter(to: .memory, options: WriterOptions(byteOrder: order))
    try writer.add(WritingGapTests.event([.instructionPointer]))
    try writer.append(.hostname("machine"))
    try writer.append(.osRelease("6.1"))
    var bytes = try writer.finish()
    // The size in the first entry of the table, which stands behind the records.
    let end = try PerfDataFile(bytes: bytes).header.data
    let place = Int(end.offset + end.size) + 8
    for index in place..<(place + 8) { bytes[index] = 0 }
    let report = try RecordingRepair().write(try PerfDataFile(bytes: bytes), to: .memory)
    let result = try PerfDataFile(bytes: report.bytes)
    #expect(report.faults.count == 1 && result.faults.isEmpty)
    #expect(try result.osRelease == "6.1")
    #expect(result.features.map(\.feature) == [.hostname, .osRelease, .eventDescriptions])
  }

  @Test("A recording cut or changed anywhere is repaired into one that reads without fault")
  func everyDamage() throws {
    let event = WritingGapTests.event([.instructionPointer])
    let bytes = try WritingGapTests.write(
      .native, [event, WritingGapTests.event([.instructionPointer], identifiers: [8])]
    ) {
      for number in 0..<6 {
        var sample = SampleValues()
        sample.time = UInt64(number)
        try $0.append(sample, event: number % 2)
      }
    }
    var random = SeededGenerator(seed: 1)
    for round in 0..<2000 {
      var damaged = bytes
      if round < bytes.count { damaged = Array(bytes[..<round]) }
      for _ in 0..<(round % 3) where !damaged.isEmpty {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard let file = try? PerfDataFile(bytes: damaged),
        let report = try? RecordingRepair().write(file, to: .memory)
      else { continue }
      let result = try PerfDataFile(bytes: report.bytes)
      let summary = Summary(result)
      #expect(summary.fault == nil && summary.malformed == 0, "round \(round)")
      #expect(result.faults.isEmpty, "round \(round) \(result.faults)")
    }
  }
}
