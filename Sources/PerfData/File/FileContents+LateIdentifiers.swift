internal import PerfEvent

extension FileContents {
  /// Adds the identifiers that Android's recorder writes among the records.
  ///
  /// Samples that need them may stand in front, so that they have to be known
  /// before the first record is read. Only files of that recorder are searched;
  /// it takes a look at every header.
  mutating func readLateIdentifiers(_ bytes: RawSpan) {
    guard header.features.contains(where: { $0.rawValue >= 128 }), !events.isEmpty else { return }
    let isSwapped = header.byteOrder != .native
    var position = dataRange.lowerBound
    while dataRange.upperBound - position >= 8 {
      do throws(PerfDataError) {
        let frame = try RecordFrame(
          bytes, position: position, end: dataRange.upperBound, isSwapped: isSwapped)
        if frame.kind == RecordKind.simpleperfEventID.rawValue {
          try readIdentifiers(bytes.extracting(position..<frame.end), offset: position)
        }
        position = frame.end
      } catch {
        // Reading the records will report the damage.
        return
      }
    }
  }

  private mutating func readIdentifiers(
    _ record: RawSpan, offset: Int
  ) throws(PerfDataError) {
    var cursor = ByteCursor(
      record, byteOrder: header.byteOrder, subject: "EVENT_ID record", base: UInt64(offset))
    try cursor.skip(8)
    for _ in 0..<(try cursor.readCount64(elementSize: 16)) {
      let index = try cursor.readUInt64()
      let identifier = try cursor.readUInt64()
      if index < UInt64(events.count) { events[Int(index)].identifiers.append(identifier) }
    }
  }
}
