import PerfData

/// A walk over all records of a large perf.data file, as a process of its own.
enum RecordIteration {
  static let countingName = "count the records of a 100 MiB perf.data by type"
  static let readingName = "read all fields of the samples of a 100 MiB perf.data"

  static func makeCounting() throws -> Benchmark {
    try make(countingName, .countRecords)
  }

  static func makeReading() throws -> Benchmark {
    try make(readingName, .readSamples)
  }

  /// The peer `cat` moves the same bytes, `perf` counts the records by type.
  private static func make(_ name: String, _ worker: Worker) throws -> Benchmark {
    let path: String = try BigRecording.path()
    var peers: [(contender: Contender, limit: Limit?)] = [(.process("cat", ["cat", path]), nil)]
    if let perf = PerfTool.path {
      let report: Contender = .process(
        "perf report --stats", [perf, "report", "--stats", "-i", path])
      peers.append((report, .atMost(1)))
    } else {
      note("    left out perf report --stats: \(PerfTool.whyMissing)")
    }
    return Benchmark(
      name: name,
      unit: .millisecond,
      ours: .process("RecordReader", worker.arguments(for: path)),
      peers: peers)
  }

  /// Counts the records by type, as `perf report --stats` does.
  ///
  /// - Parameter path: The file.
  /// - Throws: The error of the file or of a record.
  static func countRecords(of path: String) throws {
    let file = try PerfDataFile(path: path)
    var counts = [Int](repeating: 0, count: 256)
    var records: RecordReader = file.records()
    while let record = try records.next() {
      counts[Int(record.kind.rawValue & 255)] += 1
    }
    for (kind, count) in counts.enumerated() where count > 0 { print(kind, count) }
  }

  /// Adds up every field of every sample and the entries of its callchain.
  ///
  /// - Parameter path: The file.
  /// - Throws: The error of the file or of a record.
  static func readSamples(of path: String) throws {
    let file = try PerfDataFile(path: path)
    var sums = SampleSums()
    var records: RecordReader = file.records()
    while let record = try records.next() {
      if let sample = record.sample { sums.add(sample) }
    }
    print(sums)
  }

  private struct SampleSums {
    var samples = 0
    var numbers: UInt64 = 0
    var threads: Int64 = 0
    var chain: UInt64 = 0

    mutating func add(_ sample: borrowing Sample) {
      samples += 1
      numbers &+= sample.instructionPointer ?? 0
      numbers &+= sample.time ?? 0
      numbers &+= sample.identifier ?? 0
      numbers &+= UInt64(sample.cpu ?? 0)
      numbers &+= sample.period
      if let thread = sample.thread {
        threads &+= Int64(thread.process) &+ Int64(thread.thread)
      }
      if let callchain = sample.callchain {
        for index in 0..<callchain.count { chain &+= callchain[index] }
      }
    }
  }
}
