internal import PerfEvent

/// What a reader that skips damage keeps in mind.
@usableFromInline
final class Recovery {
  /// So many gaps are kept; a hostile file could have one for every other record.
  private static let mostGaps: Int = 10_000
  private static let mostStrays: Int = 8
  private static let mostLostWindows: Int = 4
  let check: RecordCheck
  private(set) var gaps: [RecordingGap] = []
  private(set) var gapCount: Int = 0
  /// The time of the last record that had one.
  private(set) var time: UInt64 = 0
  /// How many windows of unpacked bytes in a row had no record.
  private var lostWindows: Int = 0
  /// How often the last time was of no use to find the next record.
  private var strays: Int = 0
  /// Whether the begin of the next window has yet to be found in the unpacked bytes.
  var isLost: Bool = false

  init(events: EventTable, isSwapped: Bool) {
    check = RecordCheck(events: events, isSwapped: isSwapped)
  }

  /// Takes note of a stretch that cannot be read.
  ///
  /// One that touches the stretch before, in the same part, makes that longer; and
  /// so does a compressed record behind another one, as they fail together.
  func note(_ range: Range<UInt64>, part: Int, _ fault: PerfDataError) {
    if let last = gaps.last, last.part == part, gapCount == gaps.count,
      last.range.lowerBound <= range.lowerBound,
      last.range.upperBound >= range.lowerBound
        || last.fault.code == .compression && fault.code == .compression
    {
      let end = max(last.range.upperBound, range.upperBound)
      gaps[gaps.count - 1] = RecordingGap(
        range: last.range.lowerBound..<end, part: part, fault: last.fault)
      return
    }
    gapCount += 1
    if gaps.count < Recovery.mostGaps {
      gaps.append(RecordingGap(range: range, part: part, fault: fault))
    }
  }

  /// Takes note of the time of a record that is handed out, if it has one.
  func note(_ time: UInt64?) {
    if let time, strays < Recovery.mostStrays { self.time = time }
  }

  /// Takes note of whether there is a record in the unpacked bytes of the moment.
  ///
  /// - Returns: Whether it is worth while to unpack more of the same piece: each step
  ///   unpacks several times the size of the longest record.
  func noteWindow(hasRecord: Bool) -> Bool {
    isLost = !hasRecord
    lostWindows = hasRecord ? 0 : lostWindows + 1
    return lostWindows < Recovery.mostLostWindows
  }

  /// Takes note that all records ahead are far from the last time.
  ///
  /// Finding that out takes a look at every byte, which must not happen often.
  func noteStray() {
    strays += 1
    if strays == Recovery.mostStrays { time = 0 }
  }
}
