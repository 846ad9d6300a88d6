internal import PerfEvent

/// Tells whether bytes look like a record, so that the next one can be found
/// behind a damaged place.
struct RecordCheck {
  /// How far times may lie apart: an hour, in nanoseconds.
  private static let farthest: UInt64 = 3_600_000_000_000
  /// The number of records in a row that make a find certain.
  private static let chainLength: Int = 3
  let events: EventTable
  let isSwapped: Bool

  /// Finds the first place in a range where records go on.
  ///
  /// - Parameters:
  ///   - window: The bytes that hold records.
  ///   - range: Where to search.
  ///   - end: Where the records end.
  ///   - time: The time of the record before, or 0 when it is not known.
  ///   - isPart: Whether records may go on behind the window.
  /// - Returns: The place, or nothing.
  func nextRecord(
    in window: RawSpan, _ range: Range<Int>, _ end: Int, near time: UInt64, isPart: Bool
  ) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound && end - position >= 8 {
      if isChain(window, position, end, near: time, isPart: isPart) {
        return position
      }
      position += 1
    }
    return nil
  }

  /// Tells whether several records follow each other from a place on.
  func isChain(
    _ window: RawSpan, _ start: Int, _ end: Int, near time: UInt64, isPart: Bool
  ) -> Bool {
    var position = start
    for _ in 0..<RecordCheck.chainLength {
      if position == end || isPart && end - position < 8 { return position > start }
      guard let next = recordEnd(window, position, end, near: time) else {
        return isPart && position > start && isCut(window, position, end)
      }
      position = next
    }
    return true
  }

  /// Tells whether a place looks like the header of a record, be it of an unknown kind.
  func isHeader(_ window: RawSpan, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8 else { return false }
    let fields = FieldBytes(window.extracting(start..<end), isSwapped: isSwapped)
    let kind = fields.uint32(0)
    let size = Int(fields.uint16(6))
    // Those of Android's recorder have the upper bits of the size in the flags.
    if RecordKind(rawValue: kind).isKnown && kind >= 32768 {
      return size > 0 || fields.uint16(4) > 0
    }
    return kind > 0 && kind < 128 && size >= 8 && size <= end - start
  }

  /// The end of the record at a place, if it looks like one.
  func recordEnd(_ window: RawSpan, _ start: Int, _ end: Int, near time: UInt64) -> Int? {
    guard end - start >= 8 else { return nil }
    let fields = FieldBytes(window.extracting(start..<end), isSwapped: isSwapped)
    let kind = fields.uint32(0)
    // Most places are refused by these eight bytes.
    guard RecordKind(rawValue: kind).isKnown else { return nil }
    let size = Int(fields.uint16(6))
    if kind < 64 {
      guard size >= 8, size % 8 == 0, size <= end - start, fields.uint16(4) & 0x0ff8 == 0 else {
        return nil
      }
      return isKernelRecord(window.extracting(start..<(start + size)), kind, near: time)
        ? start + size : nil
    }
    do throws(PerfDataError) {
      let frame = try RecordFrame(window, position: start, end: end, isSwapped: isSwapped)
      return frame.size >= RecordContent.leastSize(RecordKind(rawValue: kind)) ? frame.end : nil
    } catch {
      return nil
    }
  }

  /// The time of a kernel's record, if it tells one.
  func time(of bytes: RawSpan, _ frame: RecordFrame) -> UInt64? {
    guard frame.kind < 64 else { return nil }
    let time = record(bytes, frame.kind).time
    return time == 0 || time == .max ? nil : time
  }

  @_lifetime(copy bytes)
  private func record(_ bytes: RawSpan, _ kind: UInt32) -> Record {
    let index = events.eventIndex(bytes, kind: kind, isSwapped: isSwapped)
    let record = Record(
      bytes: bytes, kind: RecordKind(rawValue: kind), flags: RecordFlags(rawValue: 0),
      size: bytes.byteCount, offset: 0, part: 0, eventIndex: index, isSwapped: isSwapped,
      layout: unsafe events.unownedLayout(of: index))
    return unsafe _overrideLifetime(record, copying: bytes)
  }

  /// Tells whether the window ends within a record that looks like one so far.
  private func isCut(_ window: RawSpan, _ start: Int, _ end: Int) -> Bool {
    let fields = FieldBytes(window.extracting(start..<end), isSwapped: isSwapped)
    return RecordKind(rawValue: fields.uint32(0)).isKnown && Int(fields.uint16(6)) > end - start
  }

  private func isKernelRecord(_ bytes: RawSpan, _ kind: UInt32, near time: UInt64) -> Bool {
    let record = record(bytes, kind)
    guard record.eventIndex >= 0 || events.layouts.isEmpty else { return false }
    if let found = record.time, found != 0, found != .max, time != 0 {
      guard max(found, time) - min(found, time) <= RecordCheck.farthest else { return false }
    }
    return hasRightSize(record)
  }

  /// Tells whether the fields of a record take up all of its bytes.
  private func hasRightSize(_ record: borrowing Record) -> Bool {
    if record.kind == .sample {
      guard let layout = record.layout else { return true }
      let end = VariablePlaces.end(in: record.bytes, layout[0], isSwapped: isSwapped)
      // Bits from 25 on are fields of later kernels, which stand behind the others.
      return layout[0].fields >> 25 == 0 ? end == record.size : end != nil
    }
    let count = record.size - record.trailerSize
    let least = RecordContent.leastSize(record.kind)
    switch record.kind {
    case .mmap, .mmap2, .comm, .cgroup, .kernelSymbol:
      // A text with a NUL byte, filled up to a multiple of eight.
      let start = record.kind == .kernelSymbol ? 24 : least
      guard count > start else { return false }
      let text = record.bytes.extracting(start..<count)
      return (text.terminatedCount / 8 + 1) * 8 == (text.byteCount + 7) / 8 * 8
    case .fork, .exit, .throttle, .unthrottle, .lost, .lostSamples, .instructionTraceStart,
      .contextSwitch, .contextSwitchCPUWide, .aux, .auxOutputHardwareID:
      return count == least
    default:
      return count >= least
    }
  }
}
