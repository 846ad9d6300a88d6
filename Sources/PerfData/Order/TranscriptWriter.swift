/// Copies records whose bytes do not stay, with marks that tell where they come from.
struct TranscriptWriter {
  private(set) var bytes: [UInt8] = []
  private var offset: UInt64 = .max
  private var part: Int = -1
  private var largest: UInt64 = 0

  /// Copies a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - largest: The time by which it is sorted if it tells none itself.
  /// - Returns: Where it lies among the bytes, with the marks in front of it.
  mutating func append(_ record: borrowing Record, largest: UInt64) -> Range<Int> {
    let start = bytes.count
    // What a reader of the transcript could not frame by itself is announced.
    let isPlain =
      record.kind.isKernel && record.bytes.byteCount == record.size && record.size < 1 << 16
    if !isPlain || record.offset != offset || record.part != part || largest > self.largest {
      (offset, part) = (record.offset, record.part)
      self.largest = largest
      var mark = TranscriptMark(offset: offset, part: part)
      mark.largest = largest
      if !isPlain {
        mark.count = UInt64(record.bytes.byteCount)
        mark.recordSize = UInt64(record.size)
      }
      mark.append(to: &bytes, isSwapped: record.isSwapped)
    }
    unsafe record.bytes.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    return start..<bytes.count
  }

  /// Hands out the bytes and begins anew.
  mutating func take() -> [UInt8] {
    let taken = bytes
    self = TranscriptWriter()
    return taken
  }
}
