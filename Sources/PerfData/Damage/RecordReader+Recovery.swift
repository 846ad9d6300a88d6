internal import PerfEvent

extension RecordReader {
  /// Frames the next record, or skips what is none.
  ///
  /// - Returns: The size in the record's header, with the position behind the
  ///   record; or nothing when the loop has to look anew.
  @_lifetime(self: copy self)
  mutating func recoveringFrame(_ recovery: Recovery) throws(PerfDataError) -> Int? {
    let check = recovery.check
    let start = position
    if isUnpacked && recovery.isLost {
      recovery.isLost = false
      guard resume(behind: start, recovery, nil) else { return nil }
      if position != start { return nil }
    }
    let frame: RecordFrame
    do throws(PerfDataError) {
      frame = try RecordFrame(
        window, position: start, end: end, isSwapped: isSwapped,
        base: isUnpacked ? pieceOffset : nil)
    } catch {
      if isUnpacked && error.code == .truncated {
        // The next piece may hold the rest.
        try refillOrSkip(recovery)
        return nil
      }
      _ = resume(behind: start + 1, recovery, error)
      return nil
    }
    if isDoubtful(frame, from: start, check, recovery.time) {
      let fault = PerfDataError(
        .invalidSize, subject: "record of type \(frame.kind)",
        offset: isUnpacked ? pieceOffset : UInt64(clamping: start), value: UInt64(frame.size),
        limit: UInt64(clamping: end - start), detail: "no record begins behind it")
      _ = resume(behind: start + 1, recovery, fault)
      return nil
    }
    if frame.kind == RecordKind.simpleperfSplit.rawValue && join(at: start) { return nil }
    recovery.note(check.time(of: window.extracting(start..<frame.end), frame))
    position = frame.end
    do throws(PerfDataError) {
      if !isUnpacked && (frame.kind == 81 || frame.kind == 83) { try begin(frame, at: start) }
    } catch {
      let range = UInt64(clamping: start)..<UInt64(clamping: frame.end)
      recovery.note(range, part: source.part, error)
    }
    return frame.size
  }

  /// Tells whether a record does not look like one, or leads nowhere.
  private func isDoubtful(
    _ frame: RecordFrame, from start: Int, _ check: RecordCheck, _ time: UInt64
  ) -> Bool {
    let isPlausible = check.recordEnd(window, start, end, near: 0) != nil
    // The fields of the kernel's records tell their size, those of others do not.
    if isPlausible && frame.kind < 64 { return false }
    let isLast = frame.end == end || isUnpacked && end - frame.end < 8
    let leads = isLast || check.isHeader(window, frame.end, end)
    if isPlausible == leads { return !isPlausible }
    // A size that is too large may lead to a record by chance, over others.
    let inside = (start + 1)..<frame.end
    return check.nextRecord(in: window, inside, end, near: time, isPart: isUnpacked) != nil
  }

  /// Goes on at the next place where records follow each other.
  ///
  /// - Returns: Whether there is one in the window.
  @_lifetime(self: copy self)
  private mutating func resume(
    behind place: Int, _ recovery: Recovery, _ fault: PerfDataError?
  ) -> Bool {
    let start = position
    var found = recovery.check.nextRecord(
      in: window, place..<end, end, near: recovery.time, isPart: isUnpacked)
    // The last time may itself have been damaged.
    if found == nil && recovery.time != 0 {
      found = recovery.check.nextRecord(
        in: window, place..<end, end, near: 0, isPart: isUnpacked)
      if found != nil { recovery.noteStray() }
    }
    position = found ?? end
    if let fault {
      let skipped = UInt64(clamping: start)..<UInt64(clamping: position)
      recovery.note(isUnpacked ? packedRange : skipped, part: source.part, fault)
    }
    if isUnpacked {
      let goesOn = recovery.noteWindow(hasRecord: found != nil)
      // What was joined from slices ends by itself.
      if !goesOn && !source.isJoining { leavePiece() }
    }
    return found != nil
  }

  /// Fills the window; a fault of what is skipped thereby becomes a gap.
  ///
  /// - Returns: Whether there may be more records.
  @discardableResult
  @_lifetime(self: copy self)
  mutating func refillOrSkip(_ recovery: Recovery) throws(PerfDataError) -> Bool {
    while true {
      do throws(PerfDataError) {
        return try refillOnce()
      } catch {
        let isPacked = source.isUnpacking
        let skipped = UInt64(clamping: position)..<UInt64(clamping: end)
        recovery.note(isPacked ? packedRange : skipped, part: source.part, error)
        recovery.isLost = isPacked
        leavePiece()
      }
    }
  }

  /// Leaves the compressed record whose bytes cannot be read.
  @_lifetime(self: copy self)
  private mutating func leavePiece() {
    isUnpacked = false
    position = end
    source.skipFault()
  }

  /// The offsets of the compressed record that is being unpacked.
  private var packedRange: Range<UInt64> {
    pieceOffset..<max(pieceOffset, UInt64(clamping: source.pieceEnd))
  }
}

extension PerfDataFile {
  /// Returns a loop over the records, in the order of the file, that goes on behind damage.
  ///
  /// With ``DamageHandling/skip`` every record is checked against its event's
  /// layout. Where it does not fit and no record follows it, the reader looks for
  /// the next place at which three records follow each other: of known kinds, with
  /// sizes that their fields use up, identifiers of the recording's events, and
  /// times near the last one. What it skips is in ``RecordReader/gaps``. It then
  /// throws nothing.
  ///
  /// A zstd stream that has one damaged piece cannot be unpacked behind it, unless
  /// the recorder began a new one; records that are not packed are read all the same.
  ///
  /// - Parameter handling: What to do at a damaged place.
  /// - Returns: The loop, valid as long as the file.
  /// - Complexity: The checks cost about as much again as reading without them.
  @_lifetime(borrow self)
  public borrowing func records(atDamage handling: DamageHandling) -> RecordReader {
    var reader = RecordReader(self)
    if handling == .skip { reader.recover() }
    return reader
  }
}

extension RecordReader {
  /// The stretches that were skipped so far, in the order of the file.
  ///
  /// At most ten thousand are kept; ``gapCount`` counts them all. Empty when the
  /// reader stops at damage.
  public var gaps: [RecordingGap] { recovery?.gaps ?? [] }

  /// The number of stretches that were skipped so far.
  public var gapCount: Int { recovery?.gapCount ?? 0 }

  /// Makes the reader go on behind damage.
  @_lifetime(self: copy self)
  mutating func recover() {
    recovery = Recovery(events: events, isSwapped: isSwapped)
    // No record takes the fast way, which checks nothing but the size.
    fastKinds = 0
  }
}
