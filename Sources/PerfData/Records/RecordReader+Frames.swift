internal import PerfEvent

extension RecordReader {
  /// Frames a record that is not the kernel's, or not whole.
  ///
  /// - Returns: The size in its header, with the position behind the record; or
  ///   nothing when there is more to be read first.
  @usableFromInline
  @_lifetime(self: copy self)
  mutating func nextFrame(kind: UInt32) throws(PerfDataError) -> Int? {
    if let recovery { return try recoveringFrame(recovery) }
    let frame: RecordFrame
    let limit = max(end, isUnpacked ? 0 : source.softEnd)
    do throws(PerfDataError) {
      frame = try RecordFrame(
        window, position: position, end: limit, isSwapped: isSwapped,
        base: isUnpacked ? pieceOffset : nil)
    } catch {
      // A record may begin in one compressed piece and end in the next.
      if isUnpacked && error.code == .truncated {
        _ = try refill()
        return nil
      }
      throw fail(error)
    }
    let start = position
    if frame.end > end {
      // The last record of a chunk; its header is looked at once more.
      end = frame.end
      return nil
    }
    if kind == RecordKind.simpleperfSplit.rawValue {
      // Slices are joined across the ends of chunks.
      end = max(end, source.takeRest())
      if join(at: start) { return nil }
    }
    position = frame.end
    do throws(PerfDataError) {
      if !isUnpacked && (kind == 81 || kind == 83) { try begin(frame, at: start) }
    } catch {
      throw fail(error)
    }
    return frame.size
  }

  /// Fills the window when no whole record is left in it.
  ///
  /// - Returns: Whether there may be more records.
  @usableFromInline
  @_lifetime(self: copy self)
  mutating func refill() throws(PerfDataError) -> Bool {
    if let recovery { return try refillOrSkip(recovery) }
    if source.softEnd > 0 && !isUnpacked {
      if position < end && end < source.softEnd {
        // The header reaches over the end of the chunk.
        end = min(position + 8, source.softEnd)
        return true
      }
      if position >= end && source.chunkEnd == nil { source.chunkEnd = position }
    }
    do throws(PerfDataError) {
      return try refillOnce()
    } catch {
      throw fail(error)
    }
  }

  /// Fills the window, and leaves the reader as it is when that fails.
  @_lifetime(self: copy self)
  mutating func refillOnce() throws(PerfDataError) -> Bool {
    if isUnpacked && !source.isJoining { source.keep(position..<end) }
    let left = isUnpacked ? 0..<0 : position..<end
    let next = try source.advance(pieceOffset: pieceOffset, left: left)
    part = source.part
    switch next {
    case .unpacked(let range):
      isUnpacked = true
      window = unsafe _overrideLifetime(source.unpackedSpan, copying: window)
      (position, end) = (range.lowerBound, range.upperBound)
    case .joined(let range):
      // What stands in slices is looked at like what was unpacked: its place in
      // the file is that of the first slice.
      isUnpacked = true
      window = unsafe _overrideLifetime(source.joinedSpan, copying: window)
      (position, end) = (range.lowerBound, range.upperBound)
    case .stored(let range):
      isUnpacked = false
      window = unsafe _overrideLifetime(source.storedSpan, copying: window)
      (position, end) = (range.lowerBound, range.upperBound)
    case .nothing:
      isUnpacked = false
      (position, end) = (0, 0)
      return false
    }
    return true
  }

  /// Takes note of the compressed bytes of a record, which come next.
  ///
  /// Ending the window at the record leads to ``refill()`` without a test of its
  /// own for every record.
  @_lifetime(self: copy self)
  mutating func begin(_ frame: RecordFrame, at start: Int) throws(PerfDataError) {
    var cursor = ByteCursor(
      window.extracting(start..<frame.end), isSwapped: isSwapped,
      subject: "compressed record", base: UInt64(start))
    try cursor.skip(8)
    let count = frame.kind == 83 ? try cursor.readCount64(elementSize: 1) : cursor.remaining
    let piece = (start + cursor.position)..<(start + cursor.position + count)
    source.begin(piece: piece, resume: position..<end)
    pieceOffset = UInt64(start)
    end = position
  }

  /// Joins the slices of a record of Android's recorder, which is read next.
  ///
  /// - Returns: Whether the slices from a position on make up a record.
  @_lifetime(self: copy self)
  mutating func join(at start: Int) -> Bool {
    guard
      let behind = source.join(
        window, from: start, to: end, isSwapped: isSwapped, isUnpacked: isUnpacked)
    else { return false }
    if !isUnpacked { pieceOffset = UInt64(start) }
    source.resume(at: behind..<end, isUnpacked: isUnpacked)
    // An empty window leads to ``refill()``.
    position = end
    return true
  }

  /// Finishes the reader for good.
  @_lifetime(self: copy self)
  private mutating func fail(_ error: PerfDataError) -> PerfDataError {
    let part = source.part
    (position, end) = (0, 0)
    isUnpacked = false
    source.finish()
    return part == 0 ? error : PerfDataError(error, part: part)
  }

  /// Where the first record begins that a reader of a chunk left to the next chunk;
  /// nothing when there is none that could be read.
  var chunkEnd: Int? {
    if let end = source.chunkEnd { return source.isFinished && !source.goesOn ? nil : end }
    if source.isFinished || source.goesOn || isUnpacked { return nil }
    return Self.position(behind: position, to: end, window, source, isSwapped: isSwapped)
  }

  /// Goes over the records that a reader of a chunk was not asked for.
  private static func position(
    behind start: Int, to limit: Int, _ window: RawSpan, _ source: RecordSource, isSwapped: Bool
  ) -> Int? {
    var position = start
    while position < limit {
      guard
        let frame = try? RecordFrame(
          window, position: position, end: source.softEnd, isSwapped: isSwapped),
        frame.kind != 81, frame.kind != 83, frame.kind != RecordKind.simpleperfSplit.rawValue
      else { return nil }
      position = frame.end
    }
    return position
  }
}
