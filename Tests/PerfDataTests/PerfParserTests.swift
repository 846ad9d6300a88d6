import Foundation
import PerfData
import PerfEvent
import Testing

/// The reader of perf.data files that hotspot and Qt Creator have.
struct PerfParser {
  /// Where distributions put it.
  static let path: String? = {
    let root = "/usr/lib"
    let machines = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = [root, "/usr"] + machines.filter { $0.hasSuffix("-gnu") }.map { "\(root)/\($0)" }
    return folders.map { $0 + "/libexec/hotspot-perfparser" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  let status: Int32
  /// The samples that it found; nothing when its stream cannot be read.
  let samples: Int?
  /// Its messages without numbers, but for files of the recorded machine that this one lacks.
  let remarks: Set<String>

  /// Reads a file.
  init(_ path: String, options: [String] = []) throws {
    let outcome = try Command(path: PerfParser.path ?? "").run(options + ["--input", path])
    status = outcome.status
    samples = PerfParser.samples(in: [UInt8](outcome.output))
    let lines = outcome.errors.split(separator: "\n")
    remarks = Set(
      lines.filter { !$0.hasPrefix("PerfUnwind::MissingElfFile") }.map { line in
        line.filter { !$0.isNumber }
      })
  }

  /// Counts the messages of samples in a stream of messages with their sizes in front.
  private static func samples(in bytes: [UInt8]) -> Int? {
    let magic = Array("QPERFSTREAM\0".utf8)
    guard bytes.starts(with: magic) else { return nil }
    var place = magic.count + 4
    var count = 0
    while place + 5 <= bytes.count {
      let size = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
      let kind = bytes[place + 4]
      if kind == 13 || kind == 14 { count += 1 }
      place += 4 + size
    }
    return place == bytes.count ? count : nil
  }
}

@Suite("What hotspot's parser makes of files")
struct PerfParserTests {
  private static let isPossible: Bool = PerfParser.path != nil && SharedData.folder != nil

  /// Recordings that it reads as perf wrote them.
  ///
  /// Packed ones are missing, since that of Debian 12 was built without zstd.
  private static let sources: [String] = [
    "fp", "dwarf", "multi", "tracepoint", "switch_ns_cgroup", "no_sampleid", "pipe",
  ]

  private static let edits: [String] = [
    "convert --to file", "convert --to pipe", "filter --time 0,60000", "anonymise",
    "strip --fields callchain,user-stack,user-registers", "repair", "merge", "decompress",
    "build-ids --add 0102030405060708090a0b0c0d0e0f1011121314=/usr/bin/dash",
  ]

  @Test(
    "Of every kind of written file it finds all samples, and says nothing new",
    .enabled(if: isPossible, "hotspot-perfparser is not installed, or without PERF_EVENTS_SHARED"),
    arguments: sources)
  func edited(source: String) throws {
    let original = SharedData.path("generated/perf6.1/\(source).data")
    let theirs = try PerfParser(original)
    #expect(theirs.status == 0)
    // What it says of files and streams as perf writes them.
    let forms = try ["fp", "inject_buildids"].map { name in
      try PerfParser(SharedData.path("generated/perf6.1/\(name).data")).remarks
    }
    // In files of newer versions than it finds in streams, it trusts the rounds and
    // takes records of the next round for late. It says so of streams too if told to.
    let trusting = try PerfParser(original, options: ["--buffer-size", "0"]).remarks
    let known = forms.reduce(theirs.remarks.union(trusting)) { $0.union($1) }
    let folder = TemporaryFolder()
    for edit in Self.edits {
      // It knows nothing of tracepoints in streams.
      if edit.hasSuffix("pipe") && ["sched", "tracepoint", "lost"].contains(source) { continue }
      let result = folder.file("edited.data")
      let words = edit.split(separator: " ").map(String.init)
      let input = edit == "merge" ? [original, original] : ["-i", original]
      let outcome = try EditingCommandTests.edit.run(words + input + ["--lenient", "-o", result])
      try #require(outcome.status == 0, "\(edit): \(outcome.errors)")
      let ours = try PerfParser(result)
      #expect(ours.status == 0, "\(edit)")
      #expect(ours.samples == Summary(try PerfDataFile(path: result)).samples, "\(edit)")
      let news = ours.remarks.subtracting(known)
      #expect(news.isEmpty, "\(edit)")
    }
  }

  @Test(
    "It finds all samples of a file that was made from nothing",
    .enabled(if: PerfParser.path != nil, "hotspot-perfparser is not installed"))
  func made() throws {
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.samplePeriod = 1000
    attributes.sampleFields = [.identifier, .instructionPointer, .thread, .time]
    attributes.flags = [.sampleIDAll]
    let folder = TemporaryFolder()
    let path = folder.file("made.data")
    var writer = try PerfDataWriter(to: .path(path))
    let event = try writer.add(
      RecordedEvent(attributes: attributes, identifiers: [7], name: "demo"))
    let thread = ThreadID(process: 4711, thread: 4711)
    try writer.append(
      .commandName(thread: thread, name: "demo"), trailer: RecordTrailer(thread: thread, time: 1))
    for time: UInt64 in 1...100 {
      var sample = SampleValues()
      sample.thread = thread
      sample.time = time
      sample.instructionPointer = 0x40_0010
      try writer.append(sample, event: event)
    }
    try writer.finish()
    let parser = try PerfParser(path)
    #expect(parser.status == 0 && parser.samples == 100)
  }
}
