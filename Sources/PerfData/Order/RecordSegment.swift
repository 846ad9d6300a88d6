/// Bytes in memory in which records stand one behind the other.
///
/// They are those of a file, or a transcript of what was unpacked, in which
/// ``TranscriptMark`` tells where records come from.
final class RecordSegment {
  let storage: ByteStorage
  /// The number of bytes in the segments in front of it, by which places in
  /// different segments are compared.
  let base: Int
  let isTranscript: Bool
  /// The number of bytes that it keeps in memory as a copy.
  let heldBytes: Int
  /// The number of stretches that wait to be read.
  var users: Int = 0

  init(_ storage: ByteStorage, base: Int, isTranscript: Bool, heldBytes: Int = 0) {
    self.heldBytes = heldBytes
    self.storage = storage
    self.base = base
    self.isTranscript = isTranscript
  }
}

/// A stretch of records that follow each other in ascending time, or what is left of it.
///
/// They follow each other in the bytes, or are those of a sorted list. A list has
/// no end here, and the position in it takes the place of the largest time.
struct RecordRun: BitwiseCopyable, Sendable {
  /// The time of the first record.
  var time: UInt64
  /// Where the first record and the end lie, counted over all segments.
  var start: Int
  var end: Int
  /// The largest time in front of the first record in the file.
  var largest: UInt64
  /// In a transcript, where in the file the first record comes from.
  var piece: UInt64
  var part: Int32
  var segment: Int32

  /// Whether the records are those of a list, and then which.
  var list: Int? { segment < 0 ? Int(-1 - segment) : nil }

  /// Whether its first record comes before another one's.
  @inline(__always)
  func precedes(_ other: RecordRun) -> Bool {
    time < other.time || time == other.time && start < other.start
  }
}
