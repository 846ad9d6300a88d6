import Glibc
import PerfEvent

/// The installed perf, which some tests compare with.
package enum PerfTool {
  /// The path of a perf that runs on this kernel, or nil.
  ///
  /// The environment variable `PERF_EVENTS_PERF` comes first, since Ubuntu keeps
  /// the perf that fits a kernel off the search path; the scripts set it.
  package static let path: String? = {
    if let named = getenv("PERF_EVENTS_PERF"), named.pointee != 0 {
      return runs(String(cString: named))
    }
    let folders: String = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").lazy.compactMap { runs("\($0)/perf") }.first
  }()

  /// The reason for tests that are skipped without perf.
  package static let whyMissing = "no perf runs here; PERF_EVENTS_PERF may name one"

  private static func runs(_ path: String) -> String? {
    guard access(path, X_OK) == 0 else { return nil }
    let silent: [String] = ["/bin/sh", "-c", "\"$0\" --version >/dev/null 2>&1", path]
    guard var command = try? WaitingCommand(silent), (try? command.start()) != nil else {
      return nil
    }
    return (try? command.wait()) == .exited(0) ? path : nil
  }
}
