import PerfData

/// What a loop over all fields of samples adds up.
struct FieldSums {
  private var samples = 0
  private var numbers: UInt64 = 0
  private var threads: Int64 = 0
  private var chain: UInt64 = 0

  /// Adds up every field of every sample and the entries of its call chain.
  ///
  /// - Parameter path: The file.
  /// - Throws: The error of the file or of a record.
  init(readingFieldsOf path: String) throws(PerfDataError) {
    let file = try PerfDataFile(path: path)
    var records: RecordReader = file.records()
    while let record = try records.next() {
      if let sample = record.sample { add(sample) }
    }
  }

  private mutating func add(_ sample: borrowing Sample) {
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
