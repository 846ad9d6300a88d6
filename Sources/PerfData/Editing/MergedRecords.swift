internal import PerfEvent

/// The records of several spools in the order of time.
struct MergedRecords {
  /// The bytes between two marks of rounds, as many as a reader keeps twice.
  private static let roundSize: Int = 1 << 20
  private var spools: [SpooledRecords]
  private let hasRounds: Bool
  private var sinceMark: Int = 0

  init(_ spools: [SpooledRecords], hasRounds: Bool) {
    self.spools = spools
    self.hasRounds = hasRounds
    for index in self.spools.indices { self.spools[index].rewind() }
  }

  mutating func write(to writer: inout PerfDataWriter) throws(PerfDataError) {
    while let (index, bound) = least() {
      if spools[index].isLeading && writer.recordCount > 0 {
        // Readers take these at once; two marks let go of all that is earlier.
        try mark(&writer)
        try mark(&writer)
      }
      let bytes = unsafe spools[index].storage.unownedSpan
      while let time = spools[index].time, time < bound.time || time == bound.time && bound.isEqual
      {
        let record = bytes.extracting(spools[index].next())
        try writer.append(assembled: record)
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
