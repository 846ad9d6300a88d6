/// Keeps back the records about processes that are not in order, and sorts them.
///
/// Putting each of them where it belongs would cost more than sorting them at once
/// where whole CPUs follow each other in the file.
struct LateRecords {
  private var kept: [(time: UInt64, record: KeptRecord)] = []
  private var layouts: [SampleLayout] = []

  /// Keeps a record from now on where one of them was late.
  ///
  /// - Parameter latest: The latest time of all records that were applied.
  /// - Returns: Whether it was kept.
  mutating func keep(_ record: borrowing Record, latest: UInt64) -> Bool {
    guard record.kind.isKernel, record.kind != .sample, record.kind != .lost,
      record.kind != .throttle, record.kind != .unthrottle, record.kind != .contextSwitch,
      record.kind != .contextSwitchCPUWide, record.kind != .aux
    else { return false }
    let time = record.time ?? .max
    // What the recorder made up holds from the begin, wherever it stands.
    if time == 0 || kept.isEmpty && (time == .max || time >= latest) { return false }
    if layouts.isEmpty {
      for index in record.layouts.indices { layouts.append(record.layouts[index]) }
    }
    kept.append((time == .max ? max(latest, kept.last?.time ?? 0) : time, KeptRecord(record)))
    return true
  }

  /// Hands out the records by time, those of one time in the order of the file.
  func hand(_ body: (borrowing Record) -> Void) {
    let order = kept.indices.sorted { (kept[$0].time, $0) < (kept[$1].time, $1) }
    for index in order { kept[index].record.hand(layouts, body) }
  }
}
