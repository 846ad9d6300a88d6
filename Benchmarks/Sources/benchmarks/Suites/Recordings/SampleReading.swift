import CPeers
import PerfData

/// Instruction pointer and period of all samples of a recording, in some order.
///
/// Beside us are a loop in C over the mapped file, in this process, and
/// `perf report --stats`, which reads and orders the records and counts them, each
/// as a process of its own. The loop in C does not sort: it is the floor for all orders.
struct SampleReading {
  let kind: RecordingKind
  let order: RecordOrder
  /// What we accept beside the loop in C and beside perf.
  let floorLimit: Limit?
  let perfLimit: Limit?

  /// File order of each kind, and the other orders where there is most to sort.
  static var suites: [Suite] {
    let inFileOrder: [SampleReading] = RecordingKind.allCases.map { kind in
      SampleReading(
        kind: kind, order: .file, floorLimit: .atMost(1.5), perfLimit: .atMost(1))
    }
    let sorting: [SampleReading] = [
      SampleReading(
        kind: .tracepoints, order: .rounds, floorLimit: .aim(4), perfLimit: .aim(1.5)),
      SampleReading(kind: .tracepoints, order: .time, floorLimit: .aim(4), perfLimit: .aim(3)),
    ]
    return (inFileOrder + sorting).map(\.suite)
  }

  private var suite: Suite {
    Suite(name: "read \(kind.label), \(order.label) order", make: make)
  }

  private func make(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: kind)
    let order: RecordOrder = order
    let readInC: () -> SampleSums = {
      SampleSums(kind == .packed ? peer_read_packed_samples(path) : peer_read_samples(path))
    }
    let sums: SampleSums = readInC()
    guard sums.samples > 0 else { throw BenchmarkError("\(path) has no samples for C") }
    var races = [
      Race(
        ours: .work("PerfData", expecting: sums) {
          try SampleSums(readingSamplesOf: path, in: order)
        },
        peer: .work("C loop", expecting: sums) { readInC() },
        limit: floorLimit)
    ]
    if let perf = PerfTool.path {
      races.append(
        Race(
          ours: .process("PerfData", Worker.readSamples.command(["\(order)", path])),
          peer: .process("perf report --stats", PerfTool.countRecords(perf, of: path)),
          limit: perfLimit))
    } else {
      note("    left out perf report --stats: \(PerfTool.whyMissing)")
    }
    return Benchmark(name: suite.name, unit: .millisecond, races: races)
  }
}
