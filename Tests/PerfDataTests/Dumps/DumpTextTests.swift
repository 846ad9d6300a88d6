import Foundation
import PerfData
import Testing

@Suite("Every field beside perf's dumps")
struct DumpTextTests {
  /// The first line in which two texts differ, with what stands in front of it.
  static func difference(_ ours: [String], _ theirs: [String]) -> String? {
    for (index, line) in ours.enumerated() {
      guard index < theirs.count else { return "\(ours.count - index) lines more: \(line)" }
      if theirs[index] != line {
        let before = theirs[max(0, index - 2)..<index].joined(separator: " | ")
        return "line \(index): '\(line)', not '\(theirs[index])', behind '\(before)'"
      }
    }
    return ours.count == theirs.count ? nil : "\(theirs.count - ours.count) lines fewer"
  }

  /// Our lines with the numbers of records below them, as dump-perfdata prints these.
  static func ours(_ path: String, name: String, _ version: DumpText.Version) throws -> [String] {
    let text = try DumpText(PerfDataFile(path: path), path: name, version: version)
    let statistics = try Command.dump.run([path, "--stats"]).text
    return text.lines + DumpText.lines(of: statistics)
  }

  @Test(
    "Recordings that perf dumped have the same records, line for line",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: SharedData.rows.filter { $0.path.hasPrefix("generated/perf") })
  func given(row: SharedData.Row) throws {
    let path = SharedData.path(row.path)
    let dump = path.replacingOccurrences(of: ".data", with: ".dump.gz")
    let text = try Command(path: "/bin/zcat").run([dump]).text
    let isDirectory = row.columns[1] == "directory"
    let name = (row.path.split(separator: "/").last ?? "") + (isDirectory ? "/" : "")
    let ours = try Self.ours(
      path, name: String(name), row.path.contains("perf7") ? .perf7 : .perf6)
    #expect(Self.difference(ours, DumpText.lines(of: text)) == nil)
    #expect(ours.count > 20)
  }

  /// Whether the words of the installed perf are known.
  static let isKnownPerf: Bool = {
    guard let perf = Command.perf, let outcome = try? perf.run(["version"]) else { return false }
    return outcome.text.hasPrefix("perf version 6.1.")
  }()

  @Test(
    "All recordings that perf reads have the same records in its dump, line for line",
    .enabled(if: isKnownPerf && SharedData.folder != nil, "without perf 6.1 or PERF_EVENTS_SHARED"),
    .enabled(if: Command.perfShowsKernel, "perf names the kernel to root alone"),
    arguments: SharedData.rows.filter { !$0.path.hasPrefix("generated") })
  func installed(row: SharedData.Row) throws {
    let perf = try #require(Command.perf)
    let path = SharedData.path(row.path)
    let outcome = try perf.run(["report", "-D", "-f", "-i", path])
    if outcome.text.isEmpty || outcome.errors.contains("failed to process type") {
      try Test.cancel("perf cannot read it: \(outcome.errors)")
    }
    let theirs = DumpText.lines(of: outcome.text).map { line in
      // perf takes its own vdso for that of the recording, from a file of any name.
      line.hasPrefix(" ...... dso: /tmp/perf-vdso.so-") ? " ...... dso: [vdso]" : line
    }
    let ours = try Self.ours(path, name: path, .perf6)
    #expect(Self.difference(Self.records(ours), Self.records(theirs)) == nil)
  }

  /// The lines without the parameters of an AUX area, which perf takes apart, and the
  /// numbers of samples by event, for which it takes those of branches.
  private static func records(_ lines: [String]) -> [String] {
    let end = lines.firstIndex { $0.hasPrefix("Aggregated stats:") } ?? lines.endIndex
    return lines[..<end].filter { !$0.hasPrefix("  ") }
      + lines[end...].dropFirst().filter { $0.hasSuffix("%)") }
  }
}
