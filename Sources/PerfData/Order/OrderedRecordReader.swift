internal import PerfEvent

/// A loop over the records of a file in an order of your choice, or over some of them.
///
///     var records = file.records(in: .time)
///     while let record = try records.next() {
///       // …
///     }
///
/// A record is valid until the next one is asked for. Nothing is read before the
/// first step, which for ``RecordOrder/time`` reads the whole recording once. When
/// a recording is damaged, everything in front of the fault in the file is handed
/// out in order, and then the fault is thrown.
///
/// Like a ``RecordReader``, a value belongs in a local variable.
public struct OrderedRecordReader: ~Copyable, ~Escapable {
  /// The order in which records are handed out.
  public let order: RecordOrder
  /// What is handed out.
  public let selection: RecordSelection
  /// The number of records so far that came later than the recorder's marks promised.
  ///
  /// They are handed out late in ``RecordOrder/rounds``, which alone counts them.
  public internal(set) var lateRecords: Int = 0

  /// How often the blocks of the recording had to be gone through.
  var passes: Int = 1
  /// Reads the recording in the order of the file.
  var scanner: RecordReader
  @usableFromInline let clock: RecordTimes
  @usableFromInline let events: EventTable
  @usableFromInline let isSwapped: Bool
  let limits: OrderLimits
  /// Where waiting records lie.
  var segments: [RecordSegment?]
  let isEverything: Bool

  /// The stretch that is being handed out.
  @usableFromInline var walk: RecordWalk
  var isWalking: Bool = false
  /// Whether the record at the walk's position has been handed out.
  var isDelivered: Bool = false
  /// The records of the stretch in front of this time come next; 0 takes the long way.
  @usableFromInline var quickBound: UInt64 = 0
  /// The stretches that wait.
  var heap: RunHeap = RunHeap()
  /// The sorted lists of records that wait, and which of them are free.
  var lists: SortedLists = SortedLists()
  /// The times that are handed out at present; all, unless too much overlaps.
  var firstTime: UInt64
  var lastTime: UInt64
  /// Whether records of a stretch may have to be left out.
  var hasGaps: Bool

  /// In the order of the file, the largest time so far and the next block to read.
  var largest: UInt64 = 0
  var blockIndex: Int = 0
  var rounds: RoundState = RoundState()
  var schedule: TimeSchedule
  /// What is thrown behind the last record.
  var fault: PerfDataError?
  var isFinished: Bool = false

  @_lifetime(borrow file)
  init(
    _ file: borrowing PerfDataFile, order: RecordOrder, selection: RecordSelection,
    index: RecordIndex?, damage: DamageHandling = .stop, limits: OrderLimits = OrderLimits()
  ) {
    self.selection = selection
    self.limits = limits
    // Without trailers hardly any record tells its time; perf then sorts nothing.
    let hasTrailers = file.events.first?.attributes.flags.contains(.sampleIDAll) ?? false
    self.order = order
    rounds.isSorting = hasTrailers
    scanner = RecordReader(file)
    isSwapped = file.header.byteOrder != .native
    events = scanner.events
    clock = RecordTimes(events, isSwapped: isSwapped)
    segments = RecordSegment.files(of: file)
    isEverything = selection.isEverything
    hasGaps = !isEverything || order == .rounds
    firstTime = selection.leastTime
    lastTime = selection.largestTime
    schedule = TimeSchedule()
    let bytes = file.bytes
    walk = RecordWalk(
      bytes, RecordRun.none, base: 0, isTranscript: false, isSwapped: isSwapped)
    if damage == .skip { scanner.recover() }
    // An index ends at damage.
    if let index, index.describes(file), damage == .stop || index.fault == nil {
      schedule.index = index
    }
    if order == .file && !isEverything && schedule.index?.isSeekable == true {
      // The first step turns to the first block.
      scanner.move(to: 0..<0, part: 0, goesOn: false)
    }
  }

  /// Moves to the next record.
  ///
  /// - Returns: The record, or nothing behind the last one, or once an error was thrown.
  /// - Throws: ``PerfDataError`` behind the last record in front of damage, or when
  ///   there is no room for the temporary file that a compressed recording needs.
  @inlinable
  @inline(__always)
  @_lifetime(&self)
  public mutating func next() throws(PerfDataError) -> Record? {
    if let step = walk.step(before: quickBound, clock) {
      let header = step.header
      let bytes = unsafe walk.bytes.extracting(
        unchecked: Range(uncheckedBounds: (step.start, step.start &+ header.size)))
      let index = events.eventIndex(bytes, kind: header.kind, isSwapped: isSwapped)
      let record = Record(
        bytes: bytes, header: header, size: header.size,
        offset: UInt64(truncatingIfNeeded: step.start), part: Int(walk.part), eventIndex: index,
        isSwapped: isSwapped, layout: unsafe events.unownedLayout(of: index))
      return unsafe _overrideLifetime(record, mutating: &self)
    }
    return try nextSlowly()
  }

  /// Moves to the next record, for which something has to be read or compared first.
  @usableFromInline
  @_lifetime(&self)
  mutating func nextSlowly() throws(PerfDataError) -> Record? {
    // It does not outlast an error.
    quickBound = 0
    // The parts of the reader hand out records that are good until their next step.
    let record: Record?
    switch order {
    case .file: record = try nextInFile()
    case .rounds: record = try nextByRounds()
    case .time: record = try nextByTime()
    }
    findQuickBound()
    return unsafe _overrideLifetime(record, mutating: &self)
  }

  /// The stretches that were skipped as damaged so far, in the order of the file.
  ///
  /// Those that ``RecordReader/gaps`` tells. In ``RecordOrder/time`` they are all known
  /// behind the first step.
  public var gaps: [RecordingGap] { scanner.gaps }

  /// Throws what was wrong, once.
  @_lifetime(self: copy self)
  mutating func finish() throws(PerfDataError) {
    isFinished = true
    if let fault {
      self.fault = nil
      throw fault
    }
  }
}

extension PerfDataFile {
  /// Returns a loop over records in an order, or over some of them.
  ///
  /// With an index, ``RecordOrder/file`` and ``RecordOrder/time`` read only what
  /// may hold selected records; ``RecordOrder/rounds`` always begins with the first
  /// record. An index of another recording is left alone.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - selection: What is handed out.
  ///   - index: An index of the recording, if there is one.
  ///   - handling: What to do at a damaged place: throw the fault behind the last record
  ///     in front of it, or go on as ``records(atDamage:)`` does.
  /// - Returns: The loop, in front of the first record.
  @_lifetime(borrow self)
  public borrowing func records(
    in order: RecordOrder, selecting selection: RecordSelection = RecordSelection(),
    index: RecordIndex? = nil, atDamage handling: DamageHandling = .stop
  ) -> OrderedRecordReader {
    OrderedRecordReader(
      self, order: order, selection: selection, index: index, damage: handling)
  }
}
