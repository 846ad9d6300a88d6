internal import PerfEvent

/// Finds the time of a record at a place without making a ``Record`` of it.
@usableFromInline
struct RecordTimes: Sendable {
  private let events: EventTable
  @usableFromInline let isSwapped: Bool
  /// Where all events have the time in a sample, and from the end of other records.
  @usableFromInline let sampleTime: Int
  @usableFromInline let trailerTime: Int
  @usableFromInline let isUniform: Bool

  init(_ events: EventTable, isSwapped: Bool) {
    self.events = events
    self.isSwapped = isSwapped
    let first = events.layouts.first
    sampleTime = Int(first?.time ?? 0)
    trailerTime = Int(first?.trailerTime ?? 0)
    isUniform = events.layouts.allSatisfy {
      $0.time == first?.time && $0.trailerTime == first?.trailerTime
    }
  }

  /// The time of a record of the kernel; 0 when it tells none.
  ///
  /// The bytes have been compared with the record's size.
  @inlinable
  @inline(__always)
  func time(_ bytes: RawSpan, at start: Int, kind: UInt32, size: Int) -> UInt64 {
    if kind >= 64 { return 0 }
    var place = kind == 9 ? sampleTime : trailerTime
    if !isUniform { place = self.place(bytes.extracting(start..<(start &+ size)), kind: kind) }
    if place == 0 { return 0 }
    let offset: Int
    if kind == 9 {
      if place &+ 8 > size { return 0 }
      offset = start &+ place
    } else {
      if size &- place < 8 { return 0 }
      offset = start &+ size &- place
    }
    let stored = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: UInt64.self)
    let time = isSwapped ? stored.byteSwapped : stored
    return time == .max ? 0 : time
  }

  @usableFromInline
  @inline(never)
  func place(_ record: RawSpan, kind: UInt32) -> Int {
    let index = max(0, events.eventIndex(record, kind: kind, isSwapped: isSwapped))
    guard index < events.layouts.count else { return 0 }
    return Int(kind == 9 ? events.layouts[index].time : events.layouts[index].trailerTime)
  }
}

extension Record {
  /// The time by which the record is sorted; 0 when it tells none.
  ///
  /// Zeros stand in records that the recorder made up, ones where a time is unknown.
  @inline(__always)
  var sortingTime: UInt64 {
    guard let time, time != .max else { return 0 }
    return time
  }
}
