import Glibc

/// All events of this machine as text, by the example `list-events`.
enum EventListing {
  static let name = "catalog: list the machine's events as text"

  static var suites: [Suite] { [Suite(name: name, obstacle: obstacle, make: make)] }

  /// The example, which `Scripts/bench.sh` builds and names.
  private static var program: String? { getenv("PERF_EVENTS_LIST").map { String(cString: $0) } }

  private static func obstacle() -> String? {
    if PerfTool.path == nil { return PerfTool.whyMissing }
    return program == nil ? "PERF_EVENTS_LIST does not name list-events" : nil
  }

  private static func make(_: Inputs) throws -> Benchmark {
    guard let perf = PerfTool.path, let program else { throw BenchmarkError(PerfTool.whyMissing) }
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .process("list-events", [program]), peer: .process("perf list", [perf, "list"]),
          // Whoever may not see tracepoints has so little to list that both only start.
          limit: FileSystem.exists("/sys/kernel/tracing/events") ? .atMost(1) : .aim(1))
      ])
  }
}
