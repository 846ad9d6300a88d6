import Glibc

/// The installed perf, one of those that we compare with.
enum PerfTool {
  /// The path of a perf that runs on this kernel, or nil.
  ///
  /// The environment variable `PERF_EVENTS_PERF` comes before the search path,
  /// since Ubuntu keeps the perf that fits a kernel elsewhere; `Scripts/bench.sh`
  /// sets it.
  static let path: String? = {
    let named: String = getenv("PERF_EVENTS_PERF").map { String(cString: $0) } ?? ""
    let path: String = named.isEmpty ? "perf" : named
    return (try? ChildProcess.run([path, "--version"])) == nil ? nil : path
  }()

  /// Why peers are left out where there is none.
  static let whyMissing = "no perf runs here; PERF_EVENTS_PERF may name one"

  /// The command line that reads and orders all records and counts them by kind.
  static func countRecords(_ perf: String, of path: String) -> [String] {
    [perf, "report", "--stats", "-f", "-i", path]
  }
}
