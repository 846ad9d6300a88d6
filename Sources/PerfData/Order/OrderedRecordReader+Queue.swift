extension OrderedRecordReader {
  /// Moves to the waiting record that comes next.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func findLeast() -> Bool {
    if isWalking && isDelivered {
      isDelivered = false
      if !stepToAdmitted() { leaveWalk() }
    }
    // A stretch from the heap may begin later than it was put there for.
    while true {
      guard isWalking else {
        guard let run = heap.popFirst() else { return false }
        enter(run)
        if !stepToAdmitted() { leaveWalk() }
        continue
      }
      if walk.precedes(time: heap.leastTime, start: heap.leastStart) { return true }
      exchange()
    }
  }

  /// Goes on with the stretch in front of the heap and puts the present one back.
  @inline(never)
  @_lifetime(self: copy self)
  private mutating func exchange() {
    let run = heap.replaceFirst(by: walk.rest)
    enter(run)
    if !stepToAdmitted() { leaveWalk() }
  }

  @_lifetime(self: copy self)
  private mutating func enter(_ run: RecordRun) {
    let listed = run.list
    if listed == nil && run.segment == walk.segment {
      walk.turn(to: run)
      isWalking = true
      isDelivered = false
      return
    }
    let index = listed.map { lists.segment(of: $0) } ?? Int(run.segment)
    guard let segment = segments[index] else { return }
    // The segment is kept as long as a stretch of it waits or is handed out.
    let bytes = unsafe segment.storage.unownedSpan
    if let listed {
      walk = RecordWalk(
        bytes, unsafe lists.places(of: listed), from: Int(run.largest), run, base: segment.base,
        isTranscript: segment.isTranscript, isSwapped: isSwapped)
    } else {
      walk = RecordWalk(
        bytes, run, base: segment.base, isTranscript: segment.isTranscript, isSwapped: isSwapped)
    }
    isWalking = true
    isDelivered = false
  }

  @_lifetime(self: copy self)
  private mutating func leaveWalk() {
    isWalking = false
    release(walk.segment)
    walk.stop()
  }

  /// Adds a stretch that waits.
  @_lifetime(self: copy self)
  mutating func push(_ run: RecordRun) {
    if run.segment >= 0 { segments[Int(run.segment)]?.users += 1 }
    heap.push(run)
  }

  /// Lets go of a list, or of a segment of memory that nothing waits in.
  @_lifetime(self: copy self)
  mutating func release(_ index: Int32) {
    guard index >= 0 else {
      lists.remove(Int(-1 - index))
      return
    }
    guard let segment = segments[Int(index)] else { return }
    segment.users -= 1
    if segment.users == 0 && segment.isTranscript && order == .rounds {
      rounds.heldBytes -= segment.heldBytes
      segments[Int(index)] = nil
    }
  }

  /// Moves to the next record of the stretch that is to be handed out.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func stepToAdmitted() -> Bool {
    while walk.step(clock) {
      if !hasGaps || admits(walk) { return true }
    }
    return false
  }

  /// Whether the record at a walk's position is handed out from the queue.
  func admits(_ walk: borrowing RecordWalk) -> Bool {
    if order == .rounds {
      // The others were handed out when they were met.
      guard walk.hasTime && walk.kind < 64 else { return false }
    }
    if walk.time < firstTime || walk.time > lastTime { return false }
    return isEverything || selection.admits(record(at: walk), time: walk.time)
  }

  /// The record at a walk's position.
  @inline(__always)
  @_lifetime(copy walk, copy self)
  func record(at walk: borrowing RecordWalk) -> Record {
    let bytes = walk.bytes.extracting(walk.start..<walk.next)
    let index =
      walk.kind < 64 ? events.eventIndex(bytes, kind: walk.kind, isSwapped: isSwapped) : -1
    return Record(
      bytes: bytes, kind: RecordKind(rawValue: walk.kind),
      flags: RecordFlags(rawValue: walk.flags), size: walk.size, offset: walk.offset,
      part: Int(walk.part), eventIndex: index, isSwapped: isSwapped,
      layout: unsafe events.unownedLayout(of: index))
  }

  /// Finds out up to which time records of the stretch at hand come next.
  @_lifetime(self: copy self)
  mutating func findQuickBound() {
    guard isWalking && isDelivered && isEverything && !walk.isTranscript else { return }
    switch order {
    case .file: break
    case .rounds: if rounds.isFlushing { quickBound = min(rounds.bound, heap.leastTime) }
    case .time: if !hasGaps { quickBound = min(schedule.bound, heap.leastTime) }
    }
  }

  /// Hands out the record at the walk's position.
  @inline(__always)
  @_lifetime(immortal)
  mutating func deliver() -> Record {
    isDelivered = true
    let record = record(at: walk)
    return unsafe _overrideLifetime(record, copying: ())
  }
}

extension RecordRun {
  /// A stretch without records.
  static let none: RecordRun = RecordRun(
    time: 0, start: 0, end: 0, largest: 0, piece: 0, part: 0, segment: 0)
}

extension RecordSegment {
  /// The files of a recording.
  static func files(of file: borrowing PerfDataFile) -> [RecordSegment?] {
    var segments: [RecordSegment?] = []
    var base = 0
    for storage in [file.storage] + file.parts {
      segments.append(RecordSegment(storage, base: base, isTranscript: false))
      base += storage.span.byteCount
    }
    return segments
  }
}
