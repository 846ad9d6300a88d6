/// A walk over all records of a large perf.data file, as a process of its own.
enum RecordIteration {
  static let name = "count the records of a 100 MiB perf.data by type"

  static func make() throws -> Benchmark {
    let path: String = try BigRecording.path()
    let cat: Contender = .process("cat", ["cat", path])
    let perf: Contender = .process(
      "perf report --stats", ["perf", "report", "--stats", "-i", path])
    return Benchmark(name: name, unit: .millisecond, ours: cat, peers: [(cat, nil), (perf, 1)])
  }
}
