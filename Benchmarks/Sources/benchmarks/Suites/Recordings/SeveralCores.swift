import CPeers
import PerfData

/// All cores at the samples of a recording, beside one core.
struct SeveralCores {
  let kind: RecordingKind

  static var suites: [Suite] {
    [RecordingKind.callchains, .tracepoints].map { kind in
      let benchmark = SeveralCores(kind: kind)
      return Suite(name: benchmark.name, obstacle: obstacle, make: benchmark.make)
    }
  }

  private var name: String { "read \(kind.label) on 2 cores" }

  /// Why this cannot be compared here, or nil if it can.
  private static func obstacle() -> String? {
    peer_cpus() > 1 ? nil : "this process may run on one CPU only"
  }

  private func make(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: kind)
    let sums = try SampleSums(readingSamplesOf: path, in: .file)
    // Whoever runs on one core is pinned like all others, so that elapsed times compare.
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("reduceChunks, 2 threads", expecting: sums, cores: 2) {
            try SampleSums(readingChunksOf: path, threads: 2)
          },
          peer: .work("reduceChunks, 1 thread", expecting: sums) {
            try SampleSums(readingChunksOf: path, threads: 1)
          },
          limit: .aim(1 / 1.7)),
        Race(
          ours: .work("reduceChunks, 2 threads", expecting: sums, cores: 2) {
            try SampleSums(readingChunksOf: path, threads: 2)
          },
          peer: .work("RecordReader", expecting: sums) {
            try SampleSums(readingSamplesOf: path, in: .file)
          },
          limit: .aim(0.7)),
      ])
  }
}

extension SampleSums {
  /// Reads chunks with our library on so many threads.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - threads: The number of threads.
  /// - Throws: The error of the file or of a record.
  init(readingChunksOf path: String, threads: Int) throws(PerfDataError) {
    self.init()
    let file = try PerfDataFile(path: path)
    try file.reduceChunks(into: &self, threads: threads) { (records) throws(PerfDataError) in
      var sums = SampleSums()
      while let record = try records.next() {
        if let sample = record.sample { sums.add(sample) }
      }
      return sums
    } combine: { (sums, more) throws(PerfDataError) in
      sums.add(more)
    }
  }
}
