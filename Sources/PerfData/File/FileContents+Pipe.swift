internal import PerfEvent

extension FileContents {
  /// Collects events and features from the records of a pipe, wherever they stand.
  ///
  /// A damaged record ends the search; reading the records will report it.
  mutating func readPipe(_ bytes: RawSpan) {
    let isSwapped = header.byteOrder != .native
    var eventOfIdentifier: [UInt64: Int] = [:]
    var position = dataRange.lowerBound
    while dataRange.upperBound - position >= 8 {
      let frame: RecordFrame
      do throws(PerfDataError) {
        frame = try RecordFrame(
          bytes, position: position, end: dataRange.upperBound, isSwapped: isSwapped)
      } catch {
        return
      }
      if frame.kind >= 64 {
        do throws(PerfDataError) {
          let record = bytes.extracting(position..<frame.end)
          try readMetadata(frame, record, offset: position, &eventOfIdentifier)
        } catch {
          faults.append(error)
        }
      }
      position = frame.end
    }
  }

  /// Takes what a record says about events and features.
  ///
  /// - Parameters:
  ///   - frame: The extent of the record.
  ///   - record: Its bytes with what follows it.
  ///   - offset: Its offset in the file.
  ///   - eventOfIdentifier: The events of the identifiers so far.
  /// - Throws: ``PerfDataError`` when the record is damaged.
  mutating func readMetadata(
    _ frame: RecordFrame, _ record: RawSpan, offset: Int, _ eventOfIdentifier: inout [UInt64: Int]
  ) throws(PerfDataError) {
    var cursor = ByteCursor(
      record, byteOrder: header.byteOrder, subject: "record of a pipe", base: UInt64(offset))
    try cursor.skip(8)
    switch RecordKind(rawValue: frame.kind) {
    case .headerAttributes:
      try readEvent(record, offset: offset)
      for identifier in events[events.count - 1].identifiers {
        eventOfIdentifier[identifier] = events.count - 1
      }
    case .eventUpdate:
      try readUpdate(&cursor, eventOfIdentifier)
    case .headerFeature where frame.size > 16:
      // The feature of 16 bytes is the mark behind the last one.
      let feature = try cursor.readUInt64()
      note(HeaderFeature(rawValue: UInt32(clamping: feature)), offset + 16, frame.size - 16)
    case .headerEventType where frame.size > 16:
      let identifier = try cursor.readUInt64()
      let name = try cursor.readTerminatedText()
      if !name.isEmpty { typeNames[identifier] = name }
    case .headerTracingData:
      // The smaller records have their bytes behind them, the larger within.
      let start = frame.size <= 16 ? frame.size : 12
      let count = try cursor.readUInt32()
      note(.tracingData, offset + start, min(Int(count), record.byteCount - start))
    default:
      break
    }
  }

  private mutating func note(_ feature: HeaderFeature, _ offset: Int, _ size: Int) {
    let section = FileSection(offset: UInt64(offset), size: UInt64(size))
    features.append(FeatureSection(feature: feature, section: section))
  }

  private mutating func readEvent(_ record: RawSpan, offset: Int) throws(PerfDataError) {
    let body = record.extracting(8..<record.byteCount)
    var cursor = ByteCursor(
      body, byteOrder: header.byteOrder, subject: "event attributes", base: UInt64(offset) + 8)
    try cursor.skip(4)
    let size = try cursor.readUInt32()
    let count = size == 0 ? 64 : Int(size)
    let attributes = try EventAttributes(body, byteOrder: header.byteOrder, offset: offset + 8)
    let identifiers = UInt64View(
      bytes: body.extracting(count..<body.byteCount), isSwapped: header.byteOrder != .native)
    events.append(
      RecordedEvent(
        attributes: attributes, attributeSize: count, identifiers: identifiers.array))
  }

  private mutating func readUpdate(
    _ cursor: inout ByteCursor, _ eventOfIdentifier: [UInt64: Int]
  ) throws(PerfDataError) {
    let kind = try cursor.readUInt64()
    guard let index = eventOfIdentifier[try cursor.readUInt64()] else { return }
    switch kind {
    case 0: events[index].unit = try cursor.readTerminatedText()
    case 1: events[index].scale = Double(bitPattern: try cursor.readUInt64())
    case 2: events[index].name = try cursor.readTerminatedText()
    default: break
    }
  }
}
