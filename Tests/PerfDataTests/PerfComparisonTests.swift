import Foundation
import PerfData
import Testing

@Suite("Agreement with the installed perf", .serialized)
struct PerfComparisonTests {
  static let hasPerf: Bool = Command.perf != nil
  static let busy = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; ls -R /usr/include"

  @Test(
    "Files recorded on the spot have the statistics that perf report shows",
    .enabled(if: hasPerf, "perf is not installed or may not record"),
    arguments: [
      "-e cpu-clock -F 4999 -g", "-e cpu-clock,page-faults,context-switches -F 1999",
      "-a -e cpu-clock -F 999", "-e cpu-clock -F 999 --call-graph dwarf",
      "-e cpu-clock -F 999 -z -g", "-a -e cpu-clock -F 999 --threads",
      "-e {cpu-clock,page-faults} -c 100000", "-e page-faults -c 1 -d --phys-data",
      "-e cpu-clock -W -d -F 999 --user-regs=IP,SP", "-e dummy --all-cgroups --namespaces",
    ])
  func recorded(options: String) throws {
    try compare(options)
  }

  @Test(
    "Tracepoints recorded on the spot have the statistics that perf report shows",
    .enabled(if: hasPerf, "perf is not installed or may not record"))
  func tracepoints() throws {
    try compare("-a -e sched:sched_switch,sched:sched_process_exec", mayFail: true)
  }

  @Test(
    "A pipe recorded on the spot has the statistics that perf report shows",
    .enabled(if: hasPerf, "perf is not installed or may not record"))
  func pipe() throws {
    let perf = try #require(Command.perf)
    let recorded = try perf.run(
      ["record", "-q", "-e", "cpu-clock", "-g", "-o", "-", "--", "sh", "-c", Self.busy + ">&2"])
    let folder = TemporaryFolder()
    let path = try folder.write([UInt8](recorded.output), as: "pipe.data")
    let theirs = try perf.run(["report", "--stats", "-i", path])
    let ours = try Command.dump.run(["-", "--stats"], input: recorded.output)
    #expect(comparable(ours.text) == comparable(theirs.text))
    #expect(ours.text.contains("SAMPLE events:"))
  }

  @Test(
    "Given files have the statistics that perf report shows, where it reads them",
    .enabled(
      if: hasPerf && SharedData.folder != nil, "without perf or PERF_EVENTS_SHARED"))
  func given() throws {
    let perf = try #require(Command.perf)
    var refused: [String] = []
    for row in SharedData.rows {
      let path = SharedData.path(row.path)
      let theirs = try perf.run(["report", "--stats", "-f", "-i", path])
      // An old perf refuses larger attributes, damage and newer records.
      if theirs.output.isEmpty {
        let reason = theirs.errors.split(separator: "\n").first ?? "no reason given"
        refused.append("\(row.path): \(reason)")
        continue
      }
      let ours = try Command.dump.run([path, "--stats"])
      #expect(comparable(ours.text) == comparable(theirs.text), "\(row.path)")
    }
    // Even perf 6.1, which knows no attributes of later kernels, reads 53 of 72.
    let compared = SharedData.rows.count - refused.count
    print("compared \(compared) files with perf, which refused \(refused.count):")
    for line in refused { print("  \(line)") }
    #expect(compared * 3 >= SharedData.rows.count * 2, "perf refused \(refused)")
  }

  /// Leaves out what differs by intent: perf's remark on AUX data, and the
  /// modifiers of names, which perf makes up anew for pipes though the file has
  /// the name under which the event was recorded.
  private func comparable(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      if line.hasPrefix("Aggregated stats:") { return "Aggregated stats:" }
      guard line.hasSuffix(" stats:"), let colon = line.dropLast(7).lastIndex(of: ":") else {
        return String(line)
      }
      let modifiers = line[colon...].dropFirst().dropLast(7)
      return modifiers.allSatisfy("ukhpHG".contains) ? line[..<colon] + " stats:" : String(line)
    }
  }

  private func compare(_ options: String, mayFail: Bool = false) throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = folder.file("perf.data")
    let arguments = options.split(separator: " ").map(String.init)
    let recorded = try perf.run(
      ["record", "-q"] + arguments + ["-o", path, "--", "sh", "-c", Self.busy])
    // Whole CPUs, physical addresses and some records are for root alone.
    if recorded.status != 0 && (mayFail || geteuid() != 0) {
      try Test.cancel("perf record refused: \(recorded.errors)")
    }
    try #require(recorded.status == 0, "\(recorded.errors)")
    let theirs = try perf.run(["report", "--stats", "-i", path])
    // Where tracefs cannot be found, perf records tracepoints without their
    // formats and then refuses its own file: nothing is left to compare with.
    if theirs.output.isEmpty && mayFail {
      try Test.cancel("perf cannot read what it recorded: \(theirs.errors)")
    }
    try #require(theirs.status == 0 && !theirs.output.isEmpty, "\(theirs.errors)")
    let ours = try Command.dump.run([path, "--stats"])
    // perf may leave the last record that it compresses without its end.
    let isCut = options.contains("-z") && ours.errors.contains("last compressed record")
    #expect(ours.status == 0 || isCut, "\(ours.errors)")
    #expect(ours.text == theirs.text)
    #expect(ours.text.contains("TOTAL events:"))
  }
}
