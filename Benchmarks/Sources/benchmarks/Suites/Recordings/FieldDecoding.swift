import CPeers
import PerfData

/// Two fields of all task switches among tracepoints.
enum FieldDecoding {
  static let name = "decode two fields of a tracepoint"
  private static let event = "sched:sched_switch"

  static func make(_ inputs: Inputs) throws -> Benchmark {
    let path: String = try inputs.path(of: .tracepoints)
    let file = try PerfDataFile(path: path)
    guard let index = file.events.firstIndex(where: { $0.name == event }),
      let format = file.tracepointFormat(ofEvent: index),
      let number = UInt16(exactly: format.id),
      let first = format.field("prev_pid"), let second = format.field("next_pid")
    else { throw BenchmarkError("\(path) does not tell the fields of \(event)") }
    let readInC: () -> SampleSums = {
      SampleSums(peer_read_fields(path, number, UInt64(first.offset), UInt64(second.offset)))
    }
    let sums: SampleSums = readInC()
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("TracepointField", expecting: sums) {
            try SampleSums(readingSwitchesOf: path, event: index, first, second)
          },
          peer: .work("C loop, fixed offsets", expecting: sums) { readInC() },
          limit: .atMost(1.5))
      ])
  }
}

extension SampleSums {
  /// Adds up two fields of one event's samples, as addresses.
  fileprivate init(
    readingSwitchesOf path: String, event: Int, _ first: TracepointField,
    _ second: TracepointField
  ) throws(PerfDataError) {
    self.init()
    let file = try PerfDataFile(path: path)
    var records: RecordReader = file.records()
    while let record = try records.next() {
      guard record.eventIndex == event, let raw = record.rawData else { continue }
      add(addresses: first.signed(in: raw) ?? 0, second.signed(in: raw) ?? 0)
    }
  }
}
