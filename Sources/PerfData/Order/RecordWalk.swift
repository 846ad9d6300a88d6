internal import PerfEvent

/// A position in a stretch of records that moves from one to the next.
///
/// The stretch was read before, so that what cannot be a record only ends it.
@usableFromInline
struct RecordWalk: ~Escapable {
  @usableFromInline var bytes: RawSpan
  private(set) var base: Int
  private(set) var segment: Int32
  @usableFromInline let isTranscript: Bool
  @usableFromInline let isSwapped: Bool
  @usableFromInline var end: Int
  /// Where the present record begins, with the marks in front of it.
  private(set) var mark: Int
  private(set) var start: Int
  @usableFromInline var next: Int
  private(set) var kind: UInt32 = 0
  private(set) var flags: UInt16 = 0
  private(set) var size: Int = 0
  /// Where in the file the present record, or the compressed one that held it, lies.
  private(set) var offset: UInt64 = 0
  @usableFromInline var part: Int32
  private var piece: UInt64
  /// The time by which the present record is sorted.
  @usableFromInline var time: UInt64 = 0
  /// Whether the present record tells its time itself.
  private(set) var hasTime: Bool = false
  /// The largest time so far, and in front of the present record.
  @usableFromInline var largest: UInt64
  private(set) var largestBefore: UInt64
  private var markPiece: UInt64
  private var markPart: Int32
  /// The records of a sorted list; nothing when they follow each other in the bytes.
  @usableFromInline var list: Span<RecordPlace>
  @usableFromInline var isListed: Bool = false
  @usableFromInline var listIndex: Int = 0

  /// Stands in front of the first record of a run.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, _ run: RecordRun, base: Int, isTranscript: Bool, isSwapped: Bool) {
    self.bytes = bytes
    self.base = base
    self.isTranscript = isTranscript
    self.isSwapped = isSwapped
    segment = run.segment
    (end, mark, start, next) = (0, 0, 0, 0)
    (piece, markPiece) = (0, 0)
    (part, markPart) = (0, 0)
    (largest, largestBefore) = (0, 0)
    list = Span()
    turn(to: run)
  }

  /// Turns to another run of the same bytes.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func turn(to run: RecordRun) {
    end = min(run.end - base, bytes.byteCount)
    next = run.start - base
    (mark, start) = (next, next)
    (piece, markPiece) = (run.piece, run.piece)
    (part, markPart) = (run.part, run.part)
    (largest, largestBefore) = (run.largest, run.largest)
  }

  /// Forgets the stretch, whose bytes or list need not stay any longer.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func stop() {
    (next, end) = (0, 0)
    list = Span()
  }

  /// Stands in front of a record of a sorted list.
  @_lifetime(copy bytes, copy list)
  init(
    _ bytes: RawSpan, _ list: Span<RecordPlace>, from index: Int, _ run: RecordRun, base: Int,
    isTranscript: Bool, isSwapped: Bool
  ) {
    var run = run
    run.end = base &+ bytes.byteCount
    self.init(bytes, run, base: base, isTranscript: isTranscript, isSwapped: isSwapped)
    self.list = list
    isListed = true
    listIndex = index
  }

  /// What is left, from the present record on.
  var rest: RecordRun {
    if isListed {
      return RecordRun(
        time: time, start: base + mark, end: 0, largest: UInt64(listIndex - 1), piece: 0, part: 0,
        segment: segment)
    }
    return RecordRun(
      time: time, start: base + mark, end: base + end, largest: largestBefore, piece: markPiece,
      part: markPart, segment: segment)
  }

  /// The place of the present record.
  var place: RecordPlace {
    RecordPlace(time: time, start: mark, piece: markPiece, part: markPart)
  }

  /// Whether the present record comes before another one.
  @inline(__always)
  func precedes(time other: UInt64, start: Int) -> Bool {
    time < other || time == other && base &+ mark < start
  }

  /// Moves to the next record.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func step(_ times: borrowing RecordTimes) -> Bool {
    if isListed { return stepInList(times) }
    return stepInBytes(times)
  }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func stepInList(_ times: borrowing RecordTimes) -> Bool {
    guard listIndex < list.count else { return false }
    let place = list[listIndex]
    listIndex &+= 1
    let left = bytes.byteCount &- place.start
    if !isTranscript && left >= 8 {
      let stored = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place.start, as: UInt64.self)
      readHeader(stored)
      if isSimple && size <= left {
        (mark, start) = (place.start, place.start)
        next = start &+ size
        offset = UInt64(truncatingIfNeeded: start)
        part = place.part
        time = place.time
        return true
      }
    }
    next = place.start
    (piece, part) = (place.piece, place.part)
    guard stepInBytes(times) else { return false }
    time = place.time
    return true
  }

  /// Whether the extent of the record follows from its size alone; marks of rounds
  /// are the ones of the recorder that are many.
  @inline(__always)
  private var isSimple: Bool { (kind < 64 || kind == 68) && size >= 8 }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func stepInBytes(_ times: borrowing RecordTimes) -> Bool {
    mark = next
    start = next
    largestBefore = largest
    let left = end &- start
    if left >= 8 {
      let stored = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self)
      readHeader(stored)
      if isSimple && size <= left {
        next = start &+ size
        if isTranscript {
          (markPiece, markPart) = (piece, part)
          offset = piece
        } else {
          offset = UInt64(truncatingIfNeeded: start)
        }
        readTime(times)
        return true
      }
    }
    return stepSlowly(times)
  }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func readHeader(_ stored: UInt64) {
    let header = RecordHeader(stored, isSwapped: isSwapped)
    (kind, flags, size) = (header.kind, header.flags, header.size)
  }

  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func readTime(_ times: borrowing RecordTimes) {
    let told = times.time(bytes, at: start, kind: kind, size: size)
    hasTime = told != 0
    if told > largest { largest = told }
    time = told == 0 ? largest : told
  }

  /// Steps over marks, to a record of the recorder or one that a mark announces.
  @inline(never)
  @_lifetime(self: copy self)
  private mutating func stepSlowly(_ times: borrowing RecordTimes) -> Bool {
    (markPiece, markPart) = (piece, part)
    while end - start >= 8 {
      let stored = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      readHeader(stored)
      if isTranscript && kind == TranscriptMark.kind && end - start >= TranscriptMark.size {
        let found = TranscriptMark(bytes, at: start)
        start += TranscriptMark.size
        (piece, part) = (found.offset, Int32(clamping: found.part))
        largest = max(largest, found.largest)
        if found.count > 0 { return take(found, times) }
        continue
      }
      let frame: RecordFrame
      do throws(PerfDataError) {
        frame = try RecordFrame(bytes, position: start, end: end, isSwapped: isSwapped)
      } catch {
        return false
      }
      size = frame.size
      next = frame.end
      offset = isTranscript ? piece : UInt64(start)
      readTime(times)
      return true
    }
    return false
  }

  /// Takes a record that a mark announces.
  @_lifetime(self: copy self)
  private mutating func take(_ found: TranscriptMark, _ times: borrowing RecordTimes) -> Bool {
    guard end - start >= 8, found.count >= 8, found.count <= UInt64(end - start),
      found.recordSize <= found.count
    else { return false }
    let stored = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    readHeader(stored)
    size = Int(found.recordSize)
    next = start + Int(found.count)
    offset = found.offset
    readTime(times)
    return true
  }
}
