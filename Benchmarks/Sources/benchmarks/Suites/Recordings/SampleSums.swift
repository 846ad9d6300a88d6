import CPeers
import PerfData

/// What a loop over samples adds up, ours and that in C.
struct SampleSums: Equatable, Sendable {
  private(set) var samples: UInt64 = 0
  private var addresses: UInt64 = 0
  private var periods: UInt64 = 0

  /// Creates sums of nothing.
  init() {}

  /// Reads with our library.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - order: The order of the records.
  /// - Throws: The error of the file or of a record.
  init(readingSamplesOf path: String, in order: RecordOrder) throws(PerfDataError) {
    let file = try PerfDataFile(path: path)
    if order == .file {
      var records: RecordReader = file.records()
      while let record = try records.next() {
        if let sample = record.sample { add(sample) }
      }
    } else {
      var records: OrderedRecordReader = file.records(in: order)
      while let record = try records.next() {
        if let sample = record.sample { add(sample) }
      }
    }
  }

  /// Takes what the loop in C added up.
  init(_ sums: peer_sums) {
    samples = sums.samples
    addresses = sums.addresses
    periods = sums.periods
  }

  /// Adds what another loop added up.
  mutating func add(_ other: SampleSums) {
    samples += other.samples
    addresses &+= other.addresses
    periods &+= other.periods
  }

  /// Adds two numbers of a sample in place of its address.
  @inline(__always)
  mutating func add(addresses first: Int64, _ second: Int64) {
    samples += 1
    addresses &+= UInt64(bitPattern: first &+ second)
  }

  @inline(__always)
  mutating func add(_ sample: borrowing Sample) {
    samples += 1
    addresses &+= sample.instructionPointer ?? 0
    periods &+= sample.period
  }
}
