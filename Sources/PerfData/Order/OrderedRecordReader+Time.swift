internal import PerfEvent

extension OrderedRecordReader {
  /// Moves to the next record in the order of time.
  ///
  /// A block is opened when the time of the next record reaches its least one.
  @inline(__always)
  @_lifetime(immortal)
  mutating func nextByTime() throws(PerfDataError) -> Record? {
    if isFinished { return nil }
    if !schedule.isReady { try prepareBlocks() }
    while true {
      if findLeast() {
        if walk.time < schedule.bound {
          return deliver()
        }
        openBlocks(upTo: walk.time)
      } else if let least = schedule.leastTime, least <= lastTime {
        openBlocks(upTo: max(least, firstTime))
      } else if lastTime < selection.largestTime {
        // Too much overlapped, and the later part was put off.
        firstTime = lastTime + 1
        lastTime = selection.largestTime
        schedule.restart()
        passes += 1
      } else {
        try finish()
        return nil
      }
    }
  }

  /// Opens the blocks that may hold a record of this time or an earlier one.
  @_lifetime(self: copy self)
  private mutating func openBlocks(upTo time: UInt64) {
    while let least = schedule.leastTime, least <= time {
      guard let block = schedule.popFirst() else { break }
      if block.greatest >= firstTime && block.least <= lastTime { open(block) }
    }
    schedule.bound = schedule.leastTime ?? .max
  }

  /// Puts the ascending stretches of a block to those that wait.
  @_lifetime(self: copy self)
  private mutating func open(_ block: RecordBlock) {
    let index = schedule.isTranscript ? segments.count - 1 : Int(block.part)
    guard index < segments.count, let segment = segments[index] else { return }
    // What is handed out first may come later than this, which its turn will show.
    let least = max(block.least, firstTime)
    let whole = RecordRun(
      time: least, start: segment.base + block.start, end: segment.base + block.end,
      largest: block.prior, piece: block.piece, part: Int32(clamping: block.part),
      segment: Int32(clamping: index))
    if !block.contents.contains(.ascending)
      && lists.count + Int(clamping: block.count) <= limits.places
    {
      sort(whole, segment)
    } else if block.contents.contains(.ascending) {
      push(whole)
      if heap.count > limits.runs { narrow(from: least) }
    } else {
      split(whole, segment, least: least)
    }
  }

  /// Finds the ascending stretches of records that are to be handed out.
  @_lifetime(self: copy self)
  private mutating func split(_ whole: RecordRun, _ segment: RecordSegment, least: UInt64) {
    let bytes = unsafe segment.storage.unownedSpan
    var walk = RecordWalk(
      bytes, whole, base: segment.base, isTranscript: segment.isTranscript, isSwapped: isSwapped)
    var open = RecordRun.none
    var last: UInt64 = 0
    while walk.step(clock) {
      if hasGaps && !admits(walk) { continue }
      if open.end == 0 || walk.time < last {
        if open.end != 0 { push(open) }
        if heap.count > limits.runs { narrow(from: least) }
        open = walk.rest
      }
      last = walk.time
      open.end = walk.base + walk.next
    }
    if open.end != 0 { push(open) }
  }

  /// Puts the later half of what waits off, as there is too much of it.
  ///
  /// Everything before the given time has been handed out and nothing behind it,
  /// so that what is put off is found again by opening the blocks once more. Down
  /// to a single time, of which no block holds more than one stretch.
  @_lifetime(self: copy self)
  private mutating func narrow(from least: UInt64) {
    guard lastTime > least else { return }
    if isWalking {
      if !isDelivered { heap.push(walk.rest) } else { release(walk.segment) }
      isWalking = false
      walk.stop()
    }
    let median = heap.medianTime ?? least
    lastTime = median < lastTime ? max(least, median) : least
    dropRuns()
    if heap.count > limits.runs / 4 * 3 {
      lastTime = least
      dropRuns()
    }
    hasGaps = true
  }

  @_lifetime(self: copy self)
  private mutating func dropRuns() {
    var lists = lists
    heap.removeAll(behind: lastTime) { run in
      if let list = run.list { lists.remove(list) }
    }
    self.lists = lists
  }

  /// Makes a sorted list of the records of a block that are to be handed out.
  @_lifetime(self: copy self)
  private mutating func sort(_ whole: RecordRun, _ segment: RecordSegment) {
    let bytes = unsafe segment.storage.unownedSpan
    var walk = RecordWalk(
      bytes, whole, base: segment.base, isTranscript: segment.isTranscript, isSwapped: isSwapped)
    while walk.step(clock) {
      if !hasGaps || admits(walk) { lists.sorter.add(walk.place) }
    }
    guard let first = lists.insertSorted(segment: Int(whole.segment)) else { return }
    heap.push(
      RecordRun(
        time: first.place.time, start: segment.base + first.place.start, end: 0, largest: 0,
        piece: 0, part: 0, segment: Int32(-1 - first.list)))
  }
}
