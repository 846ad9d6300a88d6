/// A pass over a whole recording that finds its blocks.
struct RecordScan {
  var list: RecordBlockList
  /// What the recording ends with.
  private(set) var fault: PerfDataError?
  /// Whether CPUs and kinds are noted, by which records can be selected.
  private let collectsDetails: Bool

  private let clock: RecordTimes

  init(_ limits: OrderLimits, _ clock: RecordTimes, collectsDetails: Bool) {
    list = RecordBlockList(limits)
    self.clock = clock
    self.collectsDetails = collectsDetails
  }

  /// Reads all records of a reader.
  ///
  /// - Returns: Whether all of them lie in files as they are. It stops at the first
  ///   one that does not.
  mutating func run(_ reader: inout RecordReader) -> Bool {
    do throws(PerfDataError) {
      while let record = try reader.nextUnowned() {
        if record.kind == .compressed || record.kind == .compressed2 { return false }
        let start = Int(truncatingIfNeeded: record.offset)
        var entry = RecordBlockList.Entry(
          start: start, end: start &+ record.bytes.byteCount, part: record.part, piece: 0,
          time: record.sortingTime)
        if collectsDetails {
          entry.cpu = record.cpu
          entry.isMetadata = record.kind.isMetadata
        }
        if reader.isUnpacked { return false }
        list.add(entry)
        if !collectsDetails && reader.recovery == nil { reader.skip(into: &list, clock) }
      }
    } catch {
      fault = error
    }
    list.finish()
    return true
  }
}
