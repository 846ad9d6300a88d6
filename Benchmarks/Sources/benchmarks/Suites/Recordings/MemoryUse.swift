import PerfData

/// The memory of a process that reads a recording, without the mapped file.
struct MemoryUse {
  let kind: RecordingKind
  let order: RecordOrder

  static var suites: [Suite] {
    [RecordingKind.tracepoints, .packed].flatMap { kind in
      RecordOrder.allCases.map { order in
        let benchmark = MemoryUse(kind: kind, order: order)
        return Suite(name: benchmark.name, obstacle: FieldReading.obstacle, make: benchmark.make)
      }
    }
  }

  private var name: String { "memory for \(kind.label), \(order.label) order" }

  private func make(_ inputs: Inputs) throws -> Benchmark {
    guard let perf = PerfTool.path else { throw BenchmarkError(PerfTool.whyMissing) }
    let path: String = try inputs.path(of: kind)
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .memory("PerfData", Worker.readSamples.command(["\(order)", path])),
          peer: .memory("perf report --stats", PerfTool.countRecords(perf, of: path)),
          limit: .cost(order == .time ? 64 : 32))
      ],
      mostRounds: Effort.fewest)
  }
}
