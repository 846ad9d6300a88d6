import Counting
import EventCatalog
import Glibc
import PerfEvent

/// The task-clock of a command as we count it, beside that of `perf stat`.
///
/// Not a race: both count the same work, so that the ratio must be near 1, neither
/// more nor less.
enum TaskClock {
  static let name = "task-clock of a command"

  private static let command: [String] = [
    "dd", "if=/dev/zero", "of=/dev/null", "bs=1M", "count=3000", "status=none",
  ]

  /// Why this cannot be compared here, or nil if it can.
  static func obstacle() -> String? {
    PerfTool.path == nil ? PerfTool.whyMissing : SoftwareEvents.obstacle()
  }

  static func make(_: Inputs) throws -> Benchmark {
    guard let perf = PerfTool.path else { throw BenchmarkError(PerfTool.whyMissing) }
    let groups: [EventGroup] = try EventCatalog().resolve("task-clock")
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: Contender(name: "CountingSession") { Measurement(elapsed: try count(groups)) },
          peer: Contender(name: "perf stat") { Measurement(elapsed: try countByPerf(perf)) },
          limit: .within(0.95...1.05))
      ])
  }

  private static func count(_ groups: [EventGroup]) throws -> Double {
    var child = try WaitingCommand(command)
    let session = try CountingSession(groups, command: child)
    try child.start()
    guard try child.wait() == .exited(0) else { throw BenchmarkError("dd failed") }
    guard let value = try session.counts()["task-clock"]?.value else {
      throw BenchmarkError("task-clock was not counted")
    }
    return value
  }

  private static func countByPerf(_ perf: String) throws -> Double {
    let path: String = try FileSystem.cacheFolder() + "/stat.csv"
    _ = try ChildProcess.run(
      [perf, "stat", "-x,", "-o", path, "-e", "task-clock", "--"] + command)
    let text: String = FileSystem.text(of: path)
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields.count > 2, fields[2].hasPrefix("task-clock"), let milliseconds = Double(fields[0]) {
        return milliseconds * 1e6
      }
    }
    throw BenchmarkError("perf stat printed no task-clock: \(text)")
  }
}
