/// All fields of the samples of a recording, beside perf, which only counts them.
enum FieldReading {
  static let name = "read all fields of call chains, file order"

  /// Why this cannot be compared here, or nil if it can.
  static func obstacle() -> String? {
    PerfTool.path == nil ? PerfTool.whyMissing : nil
  }

  static func make(_ inputs: Inputs) throws -> Benchmark {
    guard let perf = PerfTool.path else { throw BenchmarkError(PerfTool.whyMissing) }
    let path: String = try inputs.path(of: .callchains)
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .process("PerfData", Worker.readFields.command([path])),
          peer: .process("perf report --stats", PerfTool.countRecords(perf, of: path)),
          limit: .atMost(1))
      ])
  }
}
