import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("What others make of edited files", .serialized)
struct EditedFileTests {
  /// Recordings of all kinds: callchains, stacks, tracepoints, switches, streams, packed ones.
  private static let sources: [String] = [
    "fp", "dwarf", "sched", "switch_ns_cgroup", "pipe_tracepoint", "pipe_z",
  ]

  private static let edits: [String] = [
    "convert --to file", "convert --to pipe", "compress", "decompress",
    "filter --time 10.5,64", "strip --fields callchain,user-stack,user-registers",
    "anonymise",
    "build-ids --add 0102030405060708090a0b0c0d0e0f1011121314=/usr/bin/dash", "repair", "merge",
  ]

  private static func edit(_ source: String, _ edit: String, into result: String) throws {
    let path = SharedData.path("generated/perf6.1/\(source).data")
    let words = edit.split(separator: " ").map(String.init)
    let input = edit == "merge" ? [path, path] : ["-i", path]
    // Some recordings by perf lack fields that the strict writer wants.
    let outcome = try EditingCommandTests.edit.run(
      words + input + ["--lenient", "-o", result])
    try #require(outcome.status == 0, "\(source): \(outcome.errors)")
  }

  @Test(
    "perf reads every result of edit-perfdata, and remarks no more than of the original",
    .enabled(if: WritingPerfTests.isPossible, "without perf or PERF_EVENTS_SHARED"),
    arguments: edits)
  func perf(edit: String) throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let script = ["script", "-G", "-F", "comm,tid,ip"]
    for source in Self.sources {
      let original = SharedData.path("generated/perf6.1/\(source).data")
      let result = folder.file("edited.data")
      try Self.edit(source, edit, into: result)
      let file = try PerfDataFile(path: result)
      let isPipe = file.header.mode == .pipe
      // Of streams, `perf report --stats` of 6.1 takes neither packed records nor the
      // formats of tracepoints, not from perf either.
      let report =
        isPipe ? ["report", "--stdio", "-s", "comm", "-g", "none"] : ["report", "--stats"]
      for command in [report, script] {
        let ours = try PerfView(perf, command, result)
        #expect(ours.status == 0 && !ours.lines.isEmpty, "\(source), \(command)")
        if ours.remarks.isEmpty { continue }
        let theirs = try PerfView(perf, command, original)
        let news = Set(ours.remarks).subtracting(theirs.remarks)
        #expect(news.isEmpty, "\(source), \(command)")
      }
      // `perf inject` spoils streams of tracepoints, its own too.
      if isPipe && file.events.contains(where: { $0.attributes.type == .tracepoint }) { continue }
      let injected = folder.file("injected.data")
      let remarks = try Self.inject(perf, result, isPipe: isPipe, into: injected)
      let read = try PerfView(perf, script, injected)
      let direct = try PerfView(perf, script, result)
      #expect(read.lines == direct.lines, "\(source), injected: \(remarks) \(read.remarks)")
    }
  }

  /// Lets `perf inject` add build identifiers; streams it reads and writes right only as pipes.
  private static func inject(
    _ perf: Command, _ path: String, isPipe: Bool, into result: String
  ) throws -> String {
    guard isPipe else {
      return try perf.run(["inject", "-b", "-f", "-i", path, "-o", result]).errors
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let outcome = try perf.run(["inject", "-b", "-f", "-i", "-", "-o", "-"], input: bytes)
    try outcome.output.write(to: URL(fileURLWithPath: result))
    return outcome.errors
  }
}
