import PerfData

/// The index of a recording: what it costs, and what it saves.
enum IndexUse {
  static let buildName = "build the index of tracepoints"
  static let windowName = "read 1 % of the time of tracepoints by an index"

  static func makeBuild(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: .tracepoints)
    let sums = try SampleSums(readingSamplesOf: path, in: .file)
    return Benchmark(
      name: buildName,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("index()", expecting: true) {
            _ = try PerfDataFile(path: path).index()
            return true
          },
          peer: .work("reading all", expecting: sums) {
            try SampleSums(readingSamplesOf: path, in: .file)
          })
      ])
  }

  static func makeWindow(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: .tracepoints)
    let sideFile = "\(path).index"
    let file = try PerfDataFile(path: path)
    _ = file.index(sideFile: sideFile)
    let window = RecordSelection(times: try middle(of: file))
    let sums = try SampleSums(reading: window, of: path)
    let withIndex: Contender = .work("with a side file", expecting: sums) {
      try SampleSums(reading: window, of: path, sideFile: sideFile)
    }
    return Benchmark(
      name: windowName,
      unit: .millisecond,
      races: [
        Race(
          ours: withIndex,
          peer: .work("without", expecting: sums) {
            try SampleSums(reading: window, of: path)
          },
          limit: .atMost(0.5)),
        Race(
          ours: withIndex,
          peer: .work("reading all", expecting: try SampleSums(readingSamplesOf: path, in: .time)) {
            try SampleSums(readingSamplesOf: path, in: .time)
          },
          limit: .atMost(0.2)),
      ])
  }

  /// A hundredth of the time of a recording.
  private static func middle(
    of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> ClosedRange<UInt64> {
    var (first, last): (UInt64, UInt64) = (.max, 0)
    var records: RecordReader = file.records()
    while let record = try records.next() {
      guard let time = record.sample?.time else { continue }
      first = min(first, time)
      last = max(last, time)
    }
    let middle: UInt64 = first + (last - first) / 2
    return middle...middle + (last - first) / 100
  }
}

extension SampleSums {
  /// Reads the selected samples in the order of time.
  fileprivate init(
    reading selection: RecordSelection, of path: String, sideFile: String? = nil
  ) throws(PerfDataError) {
    self.init()
    let file = try PerfDataFile(path: path)
    let index: RecordIndex? = sideFile.map { file.index(sideFile: $0) }
    var records: OrderedRecordReader = file.records(
      in: .time, selecting: selection, index: index)
    while let record = try records.next() {
      if let sample = record.sample { add(sample) }
    }
  }
}
