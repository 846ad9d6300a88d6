internal import PerfEvent

extension RecordFollower {
  /// Takes one step without waiting.
  mutating func step() throws(PerfDataError) -> FollowStep {
    if end != nil { return .ended }
    do throws(PerfDataError) {
      if contents == nil, let outcome = try readHeader() { return outcome }
      while true {
        if isUnpacked {
          if let place = try nextUnpacked() { return .record(place) }
          continue
        }
        dropUsed()
        if isUnpacked { continue }
        do throws(PerfDataError) {
          if let place = try nextStored() { return .record(place) }
        } catch {
          if try !isNearEnd() { throw error }
          return .waiting
        }
        switch try bytes.fill() {
        case .more: continue
        case .nothingYet:
          if try learnEnd() { continue }
          return .waiting
        case .end:
          try checkEnd()
          end = .finished
          return .ended
        }
      }
    } catch {
      end = .finished
      throw error
    }
  }

  /// Frames the next record of the file.
  ///
  /// - Returns: The record, or nothing when there is none yet.
  private mutating func nextStored() throws(PerfDataError) -> FollowedPlace? {
    guard bytes.count >= 8 else { return nil }
    do throws(PerfDataError) {
      let frame = try RecordFrame(
        bytes.span, position: 0, end: bytes.count, isSwapped: isSwapped, base: bytes.offset)
      used = frame.end
      suspicions = 0
      if frame.kind >= 64 { try note(frame) } else { takeNews() }
      return FollowedPlace(frame, from: 0)
    } catch {
      if error.code == .truncated { return nil }
      throw error
    }
  }

  /// Takes what a record says about events, and prepares to unpack it.
  private mutating func note(_ frame: RecordFrame) throws(PerfDataError) {
    switch frame.kind {
    case 81:
      piece = 8..<frame.size
      allowance.add(packed: piece.count)
    case 83 where frame.size >= 16:
      var cursor = ByteCursor(
        bytes.span.extracting(0..<frame.end), isSwapped: isSwapped, subject: "compressed record",
        base: bytes.offset)
      try cursor.skip(8)
      let count = try cursor.readCount64(elementSize: 1)
      piece = 16..<(16 + count)
      allowance.add(packed: piece.count)
    case 64, 65, 66, 78, 80:
      if try noteMetadata(frame) { try noteChange() }
    default:
      break
    }
  }

  /// Takes what a record says about events and features.
  ///
  /// - Returns: Whether it may have changed an event.
  private mutating func noteMetadata(_ frame: RecordFrame) throws(PerfDataError) -> Bool {
    let record = bytes.span.extracting(0..<frame.end)
    let offset = Int(clamping: bytes.offset)
    try contents?.readMetadata(frame, record, offset: offset, &eventOfIdentifier)
    if frame.kind == 80 {
      guard frame.size > 16 else { return false }
      var cursor = ByteCursor(
        record, isSwapped: isSwapped, subject: "event descriptions", base: bytes.offset)
      try cursor.skip(8)
      guard try cursor.readUInt64() == UInt64(HeaderFeature.eventDescriptions.rawValue) else {
        return false
      }
      contents?.apply(try EventDescription.array(parsing: &cursor))
    }
    if frame.kind == 66, tracingData == nil, let section = contents?.features.last?.section {
      let start = Int(section.offset) - offset
      tracingData = TracingData(
        parsing: record.extracting(start..<(start + Int(section.size))), offset: section.offset)
    }
    return true
  }

  /// Counts what it costs to take over all events anew.
  private mutating func noteChange() throws(PerfDataError) {
    hasNews = true
    changes += contents?.events.count ?? 0
    guard changes <= mostChanges else {
      throw PerfDataError(
        .unsupported, subject: "stream", offset: bytes.offset,
        detail: "its events change too often")
    }
  }

  /// Leaves the record that was handed out, or unpacks it.
  private mutating func dropUsed() {
    if piece.isEmpty {
      bytes.drop(used)
      used = 0
    } else {
      isUnpacked = true
      position = 0
    }
  }

  /// Frames the next unpacked record.
  private mutating func nextUnpacked() throws(PerfDataError) -> FollowedPlace? {
    takeNews()
    let count = unpacker?.count ?? 0
    if count - position >= 8 {
      do throws(PerfDataError) {
        let frame = try RecordFrame(
          unpackedSpan, position: position, end: count, isSwapped: isSwapped, base: bytes.offset)
        let start = position
        position = frame.end
        return FollowedPlace(frame, from: start)
      } catch {
        // A record may begin in one compressed piece and end in the next.
        if error.code != .truncated { throw error }
      }
    }
    try unpackMore(behind: position..<count)
    return nil
  }

  private mutating func unpackMore(behind rest: Range<Int>) throws(PerfDataError) {
    let unpacker: Unpacker
    if let present = self.unpacker {
      unpacker = present
    } else {
      unpacker = try Unpacker(offset: bytes.offset)
    }
    self.unpacker = unpacker
    unpacker.keep(rest)
    position = 0
    if !piece.isEmpty {
      let consumed = try unpacker.fill(
        from: bytes.span.extracting(piece), offset: bytes.offset)
      piece = (piece.lowerBound + consumed)..<piece.upperBound
      try allowance.add(unpacked: unpacker.news, offset: bytes.offset)
      if unpacker.news > 0 { return }
    }
    piece = 0..<0
    isUnpacked = false
  }
}
