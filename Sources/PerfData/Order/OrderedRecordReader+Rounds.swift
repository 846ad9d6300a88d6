internal import PerfEvent

extension OrderedRecordReader {
  /// Moves to the next record in the order of rounds.
  @inline(__always)
  @_lifetime(immortal)
  mutating func nextByRounds() throws(PerfDataError) -> Record? {
    if !rounds.isSorting {
      return try nextInFile()
    }
    while !isFinished {
      if rounds.isFlushing {
        if isWalking && isDelivered { rounds.lastTime = walk.time }
        if findLeast() && walk.time <= rounds.bound {
          return deliver()
        }
        rounds.isFlushing = false
      }
      if rounds.isAtEnd {
        try finish()
        break
      }
      guard let record = scan() else {
        rounds.isAtEnd = true
        flush(upTo: .max)
        continue
      }
      let time = record.sortingTime
      if time != 0 {
        wait(record, time: time)
        waitForMore()
      } else {
        noteImmediate(record)
        if isEverything || selection.admits(record, time: rounds.largest) {
          return record
        }
      }
    }
    return nil
  }

  /// Reads the next record of the file; nothing behind the last one or at damage.
  @_lifetime(immortal)
  private mutating func scan() -> Record? {
    // Nothing is read for which there is no room.
    if fault != nil { return nil }
    do throws(PerfDataError) {
      return try scanner.nextUnowned()
    } catch {
      fault = error
      return nil
    }
  }

  /// Takes note of a record that does not wait.
  @_lifetime(self: copy self)
  private mutating func noteImmediate(_ record: borrowing Record) {
    switch record.kind {
    case .finishedRound:
      let bound = rounds.nextBound
      rounds.nextBound = rounds.largestWaiting
      flush(upTo: bound)
    case .compressed, .compressed2:
      if !rounds.copies { closeRun() }
      rounds.copies = true
    default: break
    }
  }

  /// Lets the records up to a time out.
  @_lifetime(self: copy self)
  private mutating func flush(upTo bound: UInt64) {
    closeRun()
    sealTranscript()
    rounds.bound = bound
    rounds.isFlushing = true
  }

  /// Keeps a record back until its time has come.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func wait(_ record: borrowing Record, time: UInt64) {
    if scanner.gapCount != rounds.gaps {
      // A stretch has nothing in it that is no record.
      closeRun()
      rounds.gaps = scanner.gapCount
    }
    if time < rounds.lastTime { lateRecords += 1 }
    if time > rounds.largest { rounds.largest = time }
    if time > rounds.largestWaiting { rounds.largestWaiting = time }
    if !rounds.copies && !scanner.isUnpacked {
      let base = segments[record.part]?.base ?? 0
      let start = base &+ Int(truncatingIfNeeded: record.offset)
      extend(start, start &+ record.bytes.byteCount, record, segment: record.part, time: time)
    } else {
      waitInTranscript(record, time: time)
    }
  }

  /// Keeps the records back that continue the stretch and need nothing else.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func waitForMore() {
    guard rounds.isOpen && !rounds.copies && scanner.recovery == nil,
      rounds.openLast >= rounds.lastTime, let segment = segments[scanner.part]
    else { return }
    var count: UInt64 = 0
    rounds.openLast = scanner.skipAscending(
      from: rounds.openLast, upTo: scanner.end, clock, &count)
    if count == 0 { return }
    rounds.open.end = segment.base &+ scanner.position
    rounds.largest = max(rounds.largest, rounds.openLast)
    rounds.largestWaiting = max(rounds.largestWaiting, rounds.openLast)
  }

  /// Keeps a copy of a record whose bytes do not stay.
  @inline(never)
  @_lifetime(self: copy self)
  private mutating func waitInTranscript(_ record: borrowing Record, time: UInt64) {
    rounds.copies = true
    if rounds.transcript.bytes.count >= limits.transcriptBytes {
      closeRun()
      sealTranscript()
      if heap.count >= limits.runs { flushHalf() }
    }
    let range = rounds.transcript.append(record, largest: 0)
    // The segment comes into being when it is complete.
    extend(
      rounds.transcriptBase + range.lowerBound, rounds.transcriptBase + range.upperBound, record,
      segment: segments.count, time: time)
  }

  /// Makes a segment of the copies, so that they can be handed out.
  @_lifetime(self: copy self)
  private mutating func sealTranscript() {
    guard !rounds.transcript.bytes.isEmpty else { return }
    let bytes = rounds.transcript.take()
    var segment: RecordSegment?
    if rounds.heldBytes + bytes.count > limits.heldBytes {
      do throws(PerfDataError) {
        let storage = try TranscriptFile.storage(of: bytes)
        segment = RecordSegment(storage, base: rounds.transcriptBase, isTranscript: true)
      } catch {
        fault = error
      }
    }
    let waiting =
      segment
      ?? RecordSegment(
        ByteStorage(bytes: bytes), base: rounds.transcriptBase, isTranscript: true,
        heldBytes: bytes.count)
    segments.append(waiting)
    rounds.heldBytes += waiting.heldBytes
    rounds.transcriptBase += bytes.count
    let runs = rounds.transcriptRuns
    rounds.transcriptRuns.removeAll(keepingCapacity: true)
    for run in runs { push(run) }
  }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func extend(
    _ start: Int, _ end: Int, _ record: borrowing Record, segment: Int, time: UInt64
  ) {
    // Records that are handed out at once may lie in between.
    if rounds.isOpen, time >= rounds.openLast, rounds.open.segment == Int32(segment) {
      rounds.openLast = time
      rounds.open.end = end
      return
    }
    beginRun(start, end, record, segment: segment, time: time)
  }

  @inline(never)
  @_lifetime(self: copy self)
  private mutating func beginRun(
    _ start: Int, _ end: Int, _ record: borrowing Record, segment: Int, time: UInt64
  ) {
    // As perf, take the time anew when nothing waits any more.
    let isEmpty = !rounds.isOpen && !isWalking && heap.count == 0 && rounds.transcriptRuns.isEmpty
    if isEmpty { rounds.largestWaiting = time }
    closeRun()
    rounds.open = RecordRun(
      time: time, start: start, end: end, largest: 0, piece: record.offset,
      part: Int32(clamping: record.part), segment: Int32(clamping: segment))
    rounds.openLast = time
    rounds.isOpen = true
  }

  /// Puts the stretch that was read to those that wait.
  @_lifetime(self: copy self)
  private mutating func closeRun() {
    guard rounds.isOpen else { return }
    rounds.isOpen = false
    if Int(rounds.open.segment) >= segments.count {
      rounds.transcriptRuns.append(rounds.open)
      return
    }
    push(rounds.open)
    if heap.count >= limits.runs { flushHalf() }
  }

  /// Makes room as perf does whose queue is full: lets the earlier half out.
  @_lifetime(self: copy self)
  private mutating func flushHalf() {
    guard let bound = heap.medianTime else { return }
    sealTranscript()
    rounds.bound = bound
    rounds.isFlushing = true
  }
}
