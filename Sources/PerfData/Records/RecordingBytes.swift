internal import PerfEvent

/// What a reader needs of a file, in a form that other threads can share.
struct RecordingBytes: Sendable {
  let storage: ByteStorage
  let parts: [ByteStorage]
  let dataRange: Range<Int>
  /// Bytes that the header promises behind the end of the file.
  let missing: PerfDataError?
  let isSwapped: Bool
  let events: EventTable

  init(_ file: borrowing PerfDataFile, _ events: EventTable) {
    storage = file.storage
    parts = file.parts
    dataRange = file.dataRange
    missing = file.missingData
    isSwapped = file.header.byteOrder != .native
    self.events = events
  }

  /// The bytes of a part that hold records.
  func range(of part: Int) -> Range<Int> {
    part == 0 ? dataRange : 0..<parts[part - 1].count
  }

  /// The bytes of a part, for a caller who keeps this value.
  @unsafe
  @_lifetime(immortal)
  func bytes(of part: Int) -> RawSpan {
    let storage = part == 0 ? storage : parts[part - 1]
    return unsafe storage.unownedSpan
  }
}
