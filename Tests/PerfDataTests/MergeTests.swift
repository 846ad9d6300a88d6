import Foundation
import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("Merging recordings")
struct MergeTests {
  private static func recording(
    _ times: [UInt64], identifier: UInt64 = 7, process: Int32 = 1, address: UInt64 = 0,
    order: ByteOrder = .native
  ) throws -> PerfDataFile {
    let event = WritingGapTests.event([.instructionPointer], identifiers: [identifier])
    var writer = try PerfDataWriter(to: .memory, options: WriterOptions(byteOrder: order))
    try writer.add(event)
    let thread = ThreadID(process: process, thread: process)
    try writer.append(.commandName(thread: thread, name: "made up"))
    var sample = SampleValues()
    sample.thread = thread
    for (index, time) in times.enumerated() {
      sample.time = time
      sample.instructionPointer = address + UInt64(index)
      try writer.append(sample)
      if index % 3 == 0 { try writer.append(RecordFields.finishedRound) }
    }
    return try PerfDataFile(bytes: try writer.finish())
  }

  private struct Line: Equatable {
    let kind: RecordKind
    let time: UInt64
    let pointer: UInt64
  }

  private static func lines(_ file: borrowing PerfDataFile) throws -> [Line] {
    var lines: [Line] = []
    var records = file.records()
    while let record = try records.next() {
      lines.append(
        Line(
          kind: record.kind, time: record.time ?? 0,
          pointer: record.sample?.instructionPointer ?? 0))
    }
    return lines
  }

  @Test("Records come in the order of time, equal times in that of the recordings")
  func order() throws {
    var random = SeededGenerator(seed: 11)
    let merge = RecordingMerge()
    var expected: [(time: UInt64, pointer: UInt64)] = []
    for number in 0..<4 {
      // Out of order within each recording too.
      let times = (0..<500).map { _ in UInt64.random(in: 100...300, using: &random) }
      let address = UInt64(number + 1) << 32
      try merge.add(try Self.recording(times, address: address))
      for (index, time) in times.enumerated() {
        expected.append((time, address + UInt64(index)))
      }
    }
    let places = expected.indices.sorted { (expected[$0].time, $0) < (expected[$1].time, $1) }
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    let samples = try Self.lines(result).filter { $0.kind == .sample }
    let isSame = samples.map(\.pointer) == places.map { expected[$0].pointer }
    #expect(isSame, "seed 11")
    // What was added can be written again.
    let isAgain = try merge.write(to: .memory) == Array(copying: result.bytes)
    #expect(isAgain)
  }

  @Test("What a recorder found comes at the begin of its recording, behind all that is earlier")
  func madeUp() throws {
    let merge = RecordingMerge()
    try merge.add(try Self.recording([100, 200, 300], process: 1))
    try merge.add(try Self.recording([250, 260], process: 2))
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    let names = try Self.lines(result).map { "\($0.kind) \($0.time)" }
    #expect(
      names == [
        "COMM 100", "SAMPLE 100", "SAMPLE 200", "COMM 250", "SAMPLE 250", "SAMPLE 260",
        "SAMPLE 300", "FINISHED_ROUND 0",
      ])
    var rounds = result.records(in: .rounds)
    var ordered: [String] = []
    while let record = try rounds.next() {
      if record.kind.isKernel { ordered.append("\(record.kind) \(record.time ?? 0)") }
    }
    #expect(ordered == names.filter { !$0.hasPrefix("FINISHED") })
  }

  @Test("A large union has marks of rounds, which hold")
  func rounds() throws {
    let merge = RecordingMerge()
    let count: UInt64 = 40_000
    try merge.add(try Self.recording((1...count).map { $0 * 2 }))
    try merge.add(try Self.recording((1...count).map { $0 * 2 + 1 }))
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    #expect(Summary(result).kinds[RecordKind.finishedRound.rawValue] ?? 0 >= 3)
    var records = result.records(in: .rounds)
    var samples: UInt64 = 0
    while let record = try records.next() {
      if record.kind == .sample { samples += 1 }
    }
    #expect(samples == 2 * count && records.lateRecords == 0)
  }

  @Test("Recordings without times are joined one behind the other, without marks of rounds")
  func timeless() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for number in 1...3 { builder.record(9) { $0.u64(UInt64(number)) } }
    let merge = RecordingMerge()
    try merge.add(try PerfDataFile(bytes: builder.file()))
    try merge.add(try PerfDataFile(bytes: builder.file()))
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    #expect(try Self.lines(result).map(\.pointer) == [1, 2, 3, 1, 2, 3])
  }

  private static func refuses(
    _ merge: RecordingMerge, _ file: borrowing PerfDataFile
  ) -> Bool {
    do {
      try merge.add(file)
      return false
    } catch {
      return true
    }
  }

  @Test("A recording that cannot be added leaves the union as it was")
  func refused() throws {
    let merge = RecordingMerge()
    try merge.add(try Self.recording([100, 200]))
    let before = try merge.write(to: .memory)
    let whole = try Self.recording([150, 160])
    var bytes = Array(copying: whole.bytes)
    // A size that no record has.
    bytes[whole.dataRange.lowerBound + 6] = 3
    let other: ByteOrder = ByteOrder.native == .littleEndian ? .bigEndian : .littleEndian
    #expect(Self.refuses(merge, try PerfDataFile(bytes: bytes)))
    #expect(Self.refuses(merge, try Self.recording([100], order: other)))
    let isSame = try merge.write(to: .memory) == before
    #expect(isSame)
  }

  private static func tracepoint(
    _ system: TracepointSamples.System, id: UInt64, names: String = ""
  ) throws -> PerfDataFile {
    var builder = PerfDataBuilder()
    builder.event([.identifier, .time, .raw], identifiers: [5]) {
      $0.type = .tracepoint
      $0.config = id
    }
    builder.features.append(
      (1, TracepointSamples.tracingData(.native, [system], names: names).bytes))
    return try PerfDataFile(bytes: builder.file())
  }

  @Test("The formats of all tracepoints are joined; those of another kernel are refused")
  func tracepoints() throws {
    let one = TracepointSamples.format("one", id: 300, [TracepointSamples.field("int a", 8, 4)])
    let two = TracepointSamples.format("two", id: 301, [TracepointSamples.field("int b", 8, 4)])
    let merge = RecordingMerge()
    try merge.add(try Self.tracepoint(("sched", [one]), id: 300, names: "1 init\n"))
    try merge.add(try Self.tracepoint(("irq", [two]), id: 301, names: "1 init\n2 two\n"))
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    let found = result.tracingData
    let data = try #require(found)
    #expect(data.faults.isEmpty)
    #expect(Set(data.formats.map(\.fullName)) == ["sched:one", "irq:two"])
    #expect(data[301]?.text == two && data.pageHeader == "page format")
    #expect(data.commandNames == [1: "init", 2: "two"])
    #expect(result.events.map(\.name) == ["sched:one", "irq:two"])
    let clash = two.replacingOccurrences(of: "301", with: "300")
    #expect(Self.refuses(merge, try Self.tracepoint(("irq", [clash]), id: 300)))
  }

  @Test(
    "perf shows the same samples of a union as of its parts",
    .enabled(if: Command.perf != nil, "perf is not installed or may not record"))
  func perf() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let merge = RecordingMerge()
    var parts: [Substring] = []
    let script = ["script", "-f", "-F", "comm,pid,tid,time,period", "-i"]
    for (number, options) in ["-F 4999", "-c 100000 -z", "-F 999"].enumerated() {
      let path = folder.file("\(number).data")
      let words = options.split(separator: " ").map(String.init)
      let busy = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"
      let recorded = try perf.run(
        ["record", "-q", "-e", "cpu-clock"] + words + ["-o", path, "--", "sh", "-c", busy])
      guard recorded.status == 0 else { try Test.cancel("perf refused: \(recorded.errors)") }
      parts += try perf.run(script + [path]).text.split(separator: "\n")
      try merge.add(try PerfDataFile(path: path))
    }
    for mode in [FileMode.file, .pipe] {
      let path = folder.file("all.data")
      var options = merge.defaultOptions
      options.mode = mode
      try merge.write(to: .path(path), options: options)
      let outcome = try perf.run(script + [path])
      let lines = outcome.text.split(separator: "\n")
      // The recordings follow each other, so that their lines do too.
      let isSame = lines == parts
      #expect(isSame, "\(mode): \(lines.count) lines, not \(parts.count)")
      #expect(!outcome.errors.contains("out of order"), "\(outcome.errors)")
      #expect(try perf.run(["report", "--stats", "-f", "-i", path]).status == 0)
    }
  }
}
