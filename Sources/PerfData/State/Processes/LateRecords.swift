/// Keeps back the records about processes that are not in order, and sorts them.
///
/// Putting each of them where it belongs would cost more than sorting them at once
/// where whole CPUs follow each other in the file.
struct LateRecords {
  private var kept: [(time: UInt64, record: OwnedRecord)] = []

  /// Keeps a record from now on where one of them was late.
  ///
  /// - Parameters:
  ///   - record: The next record of the file.
  ///   - latest: The latest time of all records that were applied.
  /// - Returns: Whether it was kept.
  mutating func keep(_ record: borrowing Record, latest: UInt64) -> Bool {
    guard record.kind.isKernel, record.kind != .sample, record.kind != .lost,
      record.kind != .throttle, record.kind != .unthrottle, record.kind != .contextSwitch,
      record.kind != .contextSwitchCPUWide, record.kind != .aux
    else { return false }
    let time = record.time ?? .max
    // What the recorder made up holds from the begin, wherever it stands.
    if time == 0 || kept.isEmpty && (time == .max || time >= latest) { return false }
    kept.append((time == .max ? max(latest, kept.last?.time ?? 0) : time, record.copy()))
    return true
  }

  /// Hands out the records by time, those of one time in the order of the file.
  func hand(_ body: (borrowing Record) -> Void) {
    let order = kept.indices.sorted { (kept[$0].time, $0) < (kept[$1].time, $1) }
    for index in order {
      let record = kept[index].record
      body(record.view)
    }
  }
}
