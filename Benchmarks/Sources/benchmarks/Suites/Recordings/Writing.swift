import CPeers
import Glibc
import PerfData

/// Records into the page cache.
enum Writing {
  static let copyName = "write records that were read"
  static let sampleName = "write samples from their fields"

  /// Ready records from one file to another, beside the bytes alone.
  static func makeCopy(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: .callchains)
    let target = try TemporaryFile()
    let size: UInt64 = peer_copy(path, target.path)
    let gigabytes = Double(size) / 1e9
    return Benchmark(
      name: copyName,
      unit: .millisecondPerGigabyte,
      races: [
        Race(
          ours: .work("append(record)", expecting: true, prepare: target.remove) {
            try copyRecords(of: path, to: target.path)
            return true
          }.divided(by: gigabytes),
          peer: .work("C read, write", expecting: size, prepare: target.remove) {
            peer_copy(path, target.path)
          }.divided(by: gigabytes),
          limit: .aim(2))
      ])
  }

  private static func copyRecords(of path: String, to target: String) throws(PerfDataError) {
    let file = try PerfDataFile(path: path)
    var writer = try PerfDataWriter(to: .path(target), options: WriterOptions(like: file))
    for event in file.events { try writer.add(event) }
    var records: RecordReader = file.records()
    while let record = try records.next() { try writer.append(record) }
    try writer.finish()
  }

  /// Samples with call chains from their fields, beside as many ready bytes.
  static func makeSamples(_ inputs: Inputs) throws -> Benchmark {
    let target = try TemporaryFile()
    var random = SplitMix(seed: 3)
    var made = MadeSamples(.callchains)
    var thread = ThreadID(process: 1, thread: 1)
    _ = made.fill(cpu: 1, thread: &thread, time: 1, &random)
    let values: SampleValues = made.values
    let events: [RecordedEvent] = made.events
    // Header, six numbers, call chain with its length.
    let piece = [UInt8](repeating: 1, count: 8 + 6 * 8 + 8 + values.callchain.count * 8)
    let times: Int = (inputs.megabytes << 20) / piece.count
    let size = UInt64(times * piece.count)
    return Benchmark(
      name: sampleName,
      unit: .millisecondPerGigabyte,
      races: [
        Race(
          ours: .work("append(sample)", expecting: true, prepare: target.remove) {
            try write(values, times: times, events, to: target.path)
            return true
          }.divided(by: Double(size) / 1e9),
          peer: .work("C write", expecting: size, prepare: target.remove) {
            piece.withUnsafeBytes {
              peer_write(target.path, $0.baseAddress, UInt64($0.count), UInt64(times))
            }
          }.divided(by: Double(size) / 1e9),
          limit: .aim(2))
      ])
  }

  private static func write(
    _ values: SampleValues, times: Int, _ events: [RecordedEvent], to target: String
  ) throws(PerfDataError) {
    var values: SampleValues = values
    var writer = try PerfDataWriter(to: .path(target))
    for event in events { try writer.add(event) }
    for _ in 0..<times {
      values.time += 1
      try writer.append(values)
    }
    try writer.finish()
  }
}
