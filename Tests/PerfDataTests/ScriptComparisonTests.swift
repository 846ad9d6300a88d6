import Foundation
import PerfData
import PerfEvent
import Testing

/// Whether there is a perf that may record here.
private let hasPerf: Bool = Command.perf != nil

@Suite("Samples in the form of perf script", .serialized)
struct ScriptComparisonTests {
  /// What some load does, for recordings on the spot.
  private static let busy =
    "for i in 1 2 3 4 5 6; do ls / >/dev/null; done; seq 30000 >/dev/null"

  private static func ours(_ path: String, _ fields: String, _ others: [String] = []) throws
    -> Command.Outcome
  {
    try Command.dump.run([path, "--samples", "-F", fields] + others)
  }

  private static func theirs(_ path: String, _ fields: String, _ others: [String] = []) throws
    -> Command.Outcome
  {
    let perf = try #require(Command.perf)
    return try perf.run(["script", "-f", "-i", path, "-F", fields] + others)
  }

  /// Recordings that perf shows in another way for a reason.
  ///
  /// It unwinds copies of stacks for the callchain, decodes instruction traces, prints
  /// counts as a table, and stops at damage.
  private static func isComparable(_ name: String, hasIP: Bool) -> Bool {
    if name.contains("dwarf.data") { return !hasIP }
    return !["damaged", "stat.data", "intel_pt"].contains { name.contains($0) }
  }

  /// What perf shows of a stream, of whose events it knows nothing when it chooses fields.
  ///
  /// It shows callchains whatever the fields are, unless told not to, and puts symbols
  /// behind their addresses, which are left out here.
  private static func theirs(ofStream path: String, _ fields: String, hasIP: Bool) throws -> Data {
    if !hasIP { return try theirs(path, fields, ["-G"]).output }
    let text = try theirs(path, fields).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("\t") else { return String(line) }
      let padding = line.prefix { $0 == "\t" || $0 == " " }
      return String(padding + line[padding.endIndex...].prefix { $0 != " " })
    }
    return Data(lines.joined(separator: "\n").utf8)
  }

  @Test(
    "Given files are shown as perf shows them, byte for byte",
    .enabled(if: hasPerf && SharedData.folder != nil, "without perf or PERF_EVENTS_SHARED"),
    arguments: [
      "comm,pid,tid,cpu,time,event,period,ip,trace", "comm,pid,tid,time,event,ip",
      "comm,pid,tid,cpu,time,event,period,trace",
      "comm,tid,cpu,time,period,ip", "pid,time,event,period", "comm,tid,ip,addr",
      "comm,tid,time,ip,addr", "comm,event,weight,ins_lat,phys_addr",
      "comm,time,misc,data_page_size,code_page_size", "comm,time,brstack",
    ])
  func given(fields: String) throws {
    var compared = 0
    let hasIP = fields.split(separator: ",").contains("ip")
    for row in SharedData.rows where Self.isComparable(row.path, hasIP: hasIP) {
      let path = SharedData.path(row.path)
      let theirs =
        row.columns[1] == "pipe"
        ? try Self.theirs(ofStream: path, fields, hasIP: hasIP)
        : try Self.theirs(path, fields).output
      // Fields that an event lacks are an error, and so are files of a later perf.
      if theirs.isEmpty { continue }
      let ours = try Self.ours(path, fields)
      // The difference of so many bytes would take the test library minutes.
      let isEqual = ours.output == theirs
      #expect(isEqual, "\(row.path)")
      compared += 1
    }
    print("compared \(compared) files with perf script -F \(fields)")
    #expect(compared > 0)
  }

  @Test(
    "Tracepoints have the text that the recording's perf printed",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: [
      "perf6.1/tracepoint", "perf6.1/sched", "perf6.1/trace", "perf6.1/lost",
      "perf6.1/pipe_tracepoint", "perf7.2/tracepoint",
    ])
  func golden(name: String) throws {
    let base = SharedData.path("generated/" + name)
    let theirs = try Command(path: "/bin/gzip").run(["-dc", base + ".script.gz"]).text
    let fields = "comm,pid,tid,cpu,time,period,event,trace"
    let ours = try Self.ours(base + ".data", fields, ["--ns"]).text
    // Later versions of perf have wider columns, and forget threads at their end.
    let isLater = name.hasPrefix("perf7")
    let isEqual = isLater ? Self.narrowed(ours) == Self.narrowed(theirs) : ours == theirs
    #expect(isEqual)
    #expect(ours.contains("prev_comm=") || ours.contains(":"))
  }

  /// The words of each line from the numbers of the thread on.
  private static func narrowed(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { line in
      Array(line.split(separator: " ").drop { !$0.contains("/") || $0.contains(":") })
    }
  }

  @Test(
    "Files recorded on the spot are shown as perf shows them",
    .enabled(if: hasPerf, "perf is not installed or may not record"),
    arguments: [
      ("-e cpu-clock -F 999", "comm,pid,tid,cpu,time,event,period,ip"),
      ("-e cpu-clock -F 999 -g", "comm,pid,tid,time,event,period,ip"),
      ("-e page-faults -c 1 -d", "comm,tid,time,event,addr,ip"),
      ("-a -e cpu-clock -F 999", "comm,pid,tid,cpu,time,event,period,ip"),
      ("-e cpu-clock,page-faults,context-switches", "comm,pid,tid,time,event,period"),
      ("-z -e cpu-clock -F 2000", "comm,pid,tid,time,event,period,ip"),
      ("-a -e sched:sched_switch", "comm,pid,tid,cpu,time,event,trace"),
    ])
  func recorded(options: String, fields: String) throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = folder.file("perf.data")
    let arguments = options.split(separator: " ").map(String.init)
    let recorded = try perf.run(
      ["record", "-q"] + arguments + ["-o", path, "--", "sh", "-c", Self.busy])
    // Whole CPUs, tracepoints and some fields are for root alone.
    guard recorded.status == 0 else {
      try Test.cancel("perf record refused: \(recorded.errors)")
    }
    let theirs = try Self.theirs(path, fields)
    if theirs.output.isEmpty { try Test.cancel("perf cannot read it: \(theirs.errors)") }
    let isEqual = try Self.ours(path, fields).output == theirs.output
    #expect(isEqual)
  }

  @Test("Unknown fields, and options that do not go together, are refused")
  func refusals() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(SampleTests.builder(.littleEndian).file(), as: "perf.data")
    for (arguments, message) in [
      (["--samples", "-F", "comm,sym"], "unknown field 'sym'"),
      (["--samples", "-F", ""], "unknown field ''"),
      (["--records", "-F", "comm"], "'--fields' needs '--samples'"),
      (["--samples", "-F", "comm", "--json"], "'--fields' and '--json' exclude"),
      (["-F", "comm", "--follow", "--order", "time"], "'--follow' and '--order' exclude"),
      (["--stats", "--time", "1,2"], "'--time' needs '--records' or '--samples'"),
      (["--samples", "--ns"], "'--ns' needs '--fields'"),
      (["--samples", "--order", "size"], "unknown order 'size'"),
      (["--samples", "--time", "2,1"], "ends before it begins"),
      (["--samples", "--time", "1"], "needs FROM,TO"),
      (["--samples", "--time", "1.0000000001,2"], "needs FROM,TO"),
      (["--samples", "--time", "-1,2"], "needs FROM,TO"),
      (["--samples", "--time", "99999999999999999999,"], "needs FROM,TO"),
      (["--samples", "--cpu", "3-1"], "needs a list"),
      (["--samples", "--cpu", "a"], "needs a list"),
      (["--samples", "--cpu", "0-99999999"], "needs a list"),
      (["--samples", "--event", "cycels"], "the file has no event 'cycels'; there are: "),
    ] {
      let outcome = try Command.dump.run([path] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }
}
