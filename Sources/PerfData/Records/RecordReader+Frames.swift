internal import PerfEvent

extension RecordReader {
  /// Frames a record that is not the kernel's, or not whole.
  ///
  /// - Returns: The size in its header, with the position behind the record; or
  ///   nothing when there is more to be read first.
  @usableFromInline
  @_lifetime(self: copy self)
  mutating func nextFrame(kind: UInt32) throws(PerfDataError) -> Int? {
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
    position = frame.end
    if !isUnpacked && (kind == 81 || kind == 83) { try begin(frame, at: start) }
    return frame.size
  }

  /// Fills the window when no whole record is left in it.
  ///
  /// - Returns: Whether there may be more records.
  @usableFromInline
  @_lifetime(self: copy self)
  mutating func refill() throws(PerfDataError) -> Bool {
    if isUnpacked { source.keep(position..<end) }
    if source.softEnd > 0 && !isUnpacked {
      if position < end && end < source.softEnd {
        // The header reaches over the end of the chunk.
        end = min(position + 8, source.softEnd)
        return true
      }
      if position >= end && source.chunkEnd == nil { source.chunkEnd = position }
    }
    let next: RecordSource.Next
    do throws(PerfDataError) {
      let left = isUnpacked ? 0..<0 : position..<end
      next = try source.advance(pieceOffset: pieceOffset, left: left)
    } catch {
      throw fail(error)
    }
    part = source.part
    switch next {
    case .unpacked(let range):
      isUnpacked = true
      window = unsafe _overrideLifetime(source.unpackedSpan, copying: window)
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
  private mutating func begin(_ frame: RecordFrame, at start: Int) throws(PerfDataError) {
    var cursor = ByteCursor(
      window.extracting(start..<frame.end), isSwapped: isSwapped,
      subject: "compressed record", base: UInt64(start))
    let piece: Range<Int>
    do throws(PerfDataError) {
      try cursor.skip(8)
      let count = frame.kind == 83 ? try cursor.readCount64(elementSize: 1) : cursor.remaining
      piece = (start + cursor.position)..<(start + cursor.position + count)
    } catch {
      throw fail(error)
    }
    source.begin(piece: piece, resume: position..<end)
    pieceOffset = UInt64(start)
    end = position
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
        frame.kind != 81, frame.kind != 83
      else { return nil }
      position = frame.end
    }
    return position
  }
}
