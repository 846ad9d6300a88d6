internal import PerfEvent

/// The records of several spools in the order of time.
struct MergedRecords {
  /// The number of bytes between two marks of rounds, twice of which a reader keeps.
  private static let roundSize: Int = 1 << 20
  private var spools: [SpooledRecords]
  private let hasRounds: Bool
  private let isSwapped: Bool
  private var sinceMark: Int = 0

  init(_ parts: MergedParts) {
    spools = parts.records
    hasRounds = parts.tellsTimes
    isSwapped = parts.byteOrder.map { $0 != .native } ?? false
    for index in spools.indices { spools[index].rewind() }
  }

  mutating func write(to writer: inout PerfDataWriter) throws(PerfDataError) {
    while let (index, bound) = least() {
      let bytes = unsafe spools[index].storage.unownedSpan
      while let time = spools[index].time, time < bound.time || time == bound.time && bound.isEqual
      {
        let timePlace = spools[index].openTimePlace
        let record = bytes.extracting(spools[index].next())
        if let timePlace {
          // Made up by the recorder: in the union it comes when its recording begins.
          var timed = AssembledRecord(record, isSwapped: isSwapped)
          timed.set(time, at: timePlace)
          try writer.append(assembled: timed.bytes.rawSpan)
        } else {
          try writer.append(assembled: record)
        }
        sinceMark += record.byteCount
        if sinceMark >= MergedRecords.roundSize { try mark(&writer) }
      }
    }
    if sinceMark > 0 { try mark(&writer) }
  }

  /// Finds the spool with the earliest record, and how far it may go on.
  private func least() -> (index: Int, bound: (time: UInt64, isEqual: Bool))? {
    var found: (index: Int, time: UInt64)?
    var bound: (time: UInt64, isEqual: Bool) = (.max, true)
    for index in spools.indices {
      guard let time = spools[index].time else { continue }
      guard let best = found else {
        found = (index, time)
        continue
      }
      // The next one behind the earliest; of equals, the first goes first.
      if time < best.time {
        bound = (best.time, false)
        found = (index, time)
      } else if time < bound.time {
        bound = (time, true)
      }
    }
    return found.map { ($0.index, bound) }
  }

  private mutating func mark(_ writer: inout PerfDataWriter) throws(PerfDataError) {
    sinceMark = 0
    guard hasRounds else { return }
    try writer.append(RecordFields.finishedRound)
  }
}
