internal import PerfEvent

/// What stands in a transcript in front of records, in the form of a record.
///
/// It tells where in the file the records behind it come from, up to the next
/// mark. One record that could not be told from a mark, or whose extent does not
/// follow from its own header, is announced with its extent.
struct TranscriptMark {
  /// No recorder uses this number.
  static let kind: UInt32 = 0xffff_fff0
  static let size: Int = 48

  var offset: UInt64
  var part: UInt64
  /// The number of bytes of the next record, if it is announced; else 0.
  var count: UInt64 = 0
  /// The size in the header of the record that is announced.
  var recordSize: UInt64 = 0
  /// The largest time so far in the file, also of records that were not copied.
  var largest: UInt64 = 0

  init(offset: UInt64, part: Int) {
    self.offset = offset
    self.part = UInt64(part)
  }

  /// Reads a mark whose bytes are there.
  init(_ bytes: RawSpan, at start: Int) {
    let fields = FieldBytes(bytes.extracting(start..<(start + Self.size)), isSwapped: false)
    offset = fields.uint64(8)
    part = fields.uint64(16)
    count = fields.uint64(24)
    recordSize = fields.uint64(32)
    largest = fields.uint64(40)
  }

  /// The mark as it stands in a transcript.
  ///
  /// The header has the file's byte order, as all headers, the rest the machine's.
  func append(to bytes: inout [UInt8], isSwapped: Bool) {
    let header = UInt64(Self.kind) | UInt64(Self.size) << 48
    let swapped =
      (UInt64(Self.kind.byteSwapped)) | UInt64(UInt16(Self.size).byteSwapped) << 48
    for number in [isSwapped ? swapped : header, offset, part, count, recordSize, largest] {
      unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
    }
  }
}
