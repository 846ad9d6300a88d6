internal import PerfEvent

/// A loop over the records of a file, in the order of the file.
///
///     var records = file.records()
///     while let record = try records.next() {
///       // …
///     }
///
/// A record is valid until the next one is asked for. Compressed records are
/// handed out as they are, and behind each the records that it holds; the bytes
/// unpacked at any one time fill a buffer of fixed size, and records that unpack to
/// thousands of times their size are refused. Records are not sorted by time.
///
/// A reader borrows from its file and so belongs in a local variable, never among
/// globals: in `main.swift`, put the loop into a function.
@frozen
public struct RecordReader: ~Copyable, ~Escapable {
  /// The bytes that hold the records of the moment: the file's or unpacked ones.
  @usableFromInline var window: RawSpan
  @usableFromInline var position: Int
  @usableFromInline var end: Int
  @usableFromInline var isUnpacked: Bool = false
  /// The offset of the compressed record that holds the window, if it is unpacked.
  @usableFromInline var pieceOffset: UInt64 = 0
  /// The part of a directory that holds the window.
  @usableFromInline var part: Int = 0
  @usableFromInline let isSwapped: Bool
  @usableFromInline let events: EventTable
  @usableFromInline let source: RecordSource
  /// Kinds below this one that are whole are handed out without further checks.
  @usableFromInline var fastKinds: UInt32 = 64
  /// What a reader needs that goes on behind damage.
  @usableFromInline var recovery: Recovery? = nil

  @_lifetime(borrow file)
  init(_ file: borrowing PerfDataFile) {
    window = file.bytes
    position = file.dataRange.lowerBound
    end = file.dataRange.upperBound
    isSwapped = file.header.byteOrder != .native
    events = EventTable(file.events)
    source = RecordSource(RecordingBytes(file, events))
  }

  /// Creates a reader for bytes that its creator keeps.
  @_lifetime(immortal)
  init(_ recording: RecordingBytes) {
    window = unsafe recording.storage.unownedSpan
    position = recording.dataRange.lowerBound
    end = recording.dataRange.upperBound
    isSwapped = recording.isSwapped
    events = recording.events
    source = RecordSource(recording)
  }

  /// Goes back to the first record, also after an error.
  @_lifetime(self: copy self)
  mutating func rewind() {
    move(to: source.dataRange, part: 0, goesOn: true)
    if recovery != nil { recover() }
  }

  /// Goes to records of a file of the recording.
  ///
  /// - Parameters:
  ///   - range: The bytes of the records, the first of which begins at its begin.
  ///   - part: The file of a directory; 0 is the main file.
  ///   - goesOn: Whether the files behind it are read too.
  ///   - softEnd: How far the last record may reach that begins in the range.
  @_lifetime(self: copy self)
  mutating func move(to range: Range<Int>, part: Int, goesOn: Bool, softEnd: Int = 0) {
    source.move(to: part, goesOn: goesOn, softEnd: softEnd)
    self.part = part
    isUnpacked = false
    window = unsafe _overrideLifetime(source.storedSpan, copying: window)
    let range = range.clamped(to: 0..<window.byteCount)
    (position, end) = (range.lowerBound, range.upperBound)
  }

  /// Moves to the next record.
  ///
  /// - Returns: The record, or nothing behind the last one, or once an error was thrown.
  /// - Throws: ``PerfDataError`` when the next record is damaged so that nothing
  ///   behind it can be found, or the file ends within it.
  @inlinable
  @inline(__always)
  @_lifetime(&self)
  public mutating func next() throws(PerfDataError) -> Record? {
    let start = position
    let left = end &- start
    if left >= 8 {
      // The comparison covers these eight bytes.
      let header = RecordHeader(
        unsafe window.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self),
        isSwapped: isSwapped)
      if header.kind < fastKinds && header.size >= 8 && header.size <= left {
        position = start &+ header.size
        let bytes = unsafe window.extracting(
          unchecked: Range(uncheckedBounds: (start, start &+ header.size)))
        let index = events.eventIndex(bytes, kind: header.kind, isSwapped: isSwapped)
        let record = Record(
          bytes: bytes, header: header, size: header.size,
          offset: isUnpacked ? pieceOffset : UInt64(truncatingIfNeeded: start), part: part,
          eventIndex: index, isSwapped: isSwapped, layout: unsafe events.unownedLayout(of: index))
        return unsafe _overrideLifetime(record, mutating: &self)
      }
    }
    return try nextSlowly()
  }

  /// Moves to the next record, which may be of any kind or not be whole.
  @usableFromInline
  @_lifetime(&self)
  mutating func nextSlowly() throws(PerfDataError) -> Record? {
    while true {
      let start = position
      if end &- start < 8 {
        guard try refill() else { return nil }
        continue
      }
      let header = RecordHeader(
        unsafe window.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self),
        isSwapped: isSwapped)
      guard let size = try nextFrame(kind: header.kind) else { continue }
      let bytes = window.extracting(start..<position)
      let index =
        header.kind < 64
        ? events.eventIndex(bytes, kind: header.kind, isSwapped: isSwapped) : -1
      let record = Record(
        bytes: bytes, header: header, size: size,
        offset: isUnpacked ? pieceOffset : UInt64(truncatingIfNeeded: start), part: part,
        eventIndex: index, isSwapped: isSwapped, layout: unsafe events.unownedLayout(of: index))
      return unsafe _overrideLifetime(record, mutating: &self)
    }
  }

  /// Hands slices of records out as they are instead of the records that they make up.
  func keepSlices() {
    source.keepsSlices = true
  }

  /// Moves to the next record for a caller who lets go of it before the next step.
  @inline(__always)
  @_lifetime(immortal)
  mutating func nextUnowned() throws(PerfDataError) -> Record? {
    let record = try next()
    return unsafe _overrideLifetime(record, copying: ())
  }
}

extension PerfDataFile {
  /// Returns a loop over the records, in the order of the file.
  ///
  /// In a directory, the records of its main file come first, then those of
  /// `data.0`, `data.1` and so on.
  @_lifetime(borrow self)
  public borrowing func records() -> RecordReader {
    RecordReader(self)
  }
}
