internal import PerfEvent

/// A search for the next record behind a damaged place.
struct RecordScanner: ~Escapable {
  private let bytes: RawSpan
  private let end: Int
  private let isSwapped: Bool
  private let table: EventTable

  @_lifetime(borrow file)
  init(_ file: borrowing PerfDataFile) {
    bytes = file.bytes
    end = file.dataRange.upperBound
    isSwapped = file.header.byteOrder != .native
    table = EventTable(file.events)
  }

  /// Finds a place from which three records in a row can be framed, or all that are left.
  ///
  /// A compressed record that is framed rightly but cannot be unpacked is stepped over.
  func next(behind start: Int) -> Int? {
    if let frame = frame(at: start), frame.kind == 81 || frame.kind == 83, frame.end < end {
      return frame.end
    }
    var place = start + 8
    while end - place >= 8 {
      if isPlausible(place, count: 3) { return place }
      place += 8
    }
    return nil
  }

  /// Tells whether a record has a size that is too large.
  func hidesOthers(_ record: borrowing Record) -> Bool {
    // Records of compressed pieces have the place of the piece.
    guard record.part == 0, record.size > 16, let start = Int(exactly: record.offset),
      let frame = frame(at: start), frame.kind == record.kind.rawValue,
      frame.end < end, !isPlausible(frame.end, count: 1)
    else { return false }
    var place = start + 8
    while place < frame.end {
      if isPlausible(place, count: 3) { return true }
      place += 8
    }
    return false
  }

  private func isPlausible(_ start: Int, count: Int) -> Bool {
    var place = start
    for _ in 0..<count {
      if place == end && place > start { return true }
      guard let frame = frame(at: place), isKnown(frame, at: place) else { return false }
      place = frame.end
    }
    return true
  }

  private func frame(at place: Int) -> RecordFrame? {
    do throws(PerfDataError) {
      return try RecordFrame(bytes, position: place, end: end, isSwapped: isSwapped)
    } catch {
      return nil
    }
  }

  private func isKnown(_ frame: RecordFrame, at place: Int) -> Bool {
    guard 1...22 ~= frame.kind || 64...86 ~= frame.kind else { return false }
    let kind = RecordKind(rawValue: frame.kind)
    guard frame.size >= RecordContent.leastSize(kind) else { return false }
    if frame.size % 8 != 0 { return frame.kind == 81 || frame.kind == 67 || frame.kind == 80 }
    guard frame.kind < 64, table.layouts.count > 1 else { return true }
    let distance = table.trailerIdentifier
    let offset =
      frame.kind == 9 ? table.sampleIdentifier : distance == 0 ? 0 : frame.size - distance
    if offset == 0 { return true }
    guard offset >= 8, offset + 8 <= frame.size else { return false }
    let fields = FieldBytes(bytes.extracting(place..<frame.end), isSwapped: isSwapped)
    return table.event(identifier: fields.uint64(offset)) >= 0
  }
}
