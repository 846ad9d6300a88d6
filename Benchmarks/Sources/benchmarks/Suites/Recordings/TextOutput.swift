import Glibc

/// Samples as text in perf's own form, by the example `dump-perfdata`.
struct TextOutput {
  let kind: RecordingKind

  static var suites: [Suite] {
    [RecordingKind.callchains, .tracepoints].map { kind in
      let benchmark = TextOutput(kind: kind)
      return Suite(name: benchmark.name, obstacle: obstacle, make: benchmark.make)
    }
  }

  /// The example, which `Scripts/bench.sh` builds and names.
  private static var program: String? { getenv("PERF_EVENTS_DUMP").map { String(cString: $0) } }

  private var name: String { "print \(kind.label) as perf does" }

  /// Why this cannot be compared here, or nil if it can.
  private static func obstacle() -> String? {
    if PerfTool.path == nil { return PerfTool.whyMissing }
    return program == nil ? "PERF_EVENTS_DUMP does not name dump-perfdata" : nil
  }

  private func make(_ inputs: Inputs) throws -> Benchmark {
    guard let perf = PerfTool.path, let program = Self.program else {
      throw BenchmarkError(PerfTool.whyMissing)
    }
    let path: String = try inputs.divided(by: 4).path(of: kind)
    let fields = "comm,pid,time,event"
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .process("dump-perfdata", [program, path, "--samples", "-F", fields]),
          peer: .process("perf script", [perf, "script", "-f", "-F", fields, "-i", path]),
          limit: .aim(0.2))
      ])
  }
}
