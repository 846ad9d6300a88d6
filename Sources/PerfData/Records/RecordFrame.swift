internal import PerfEvent

/// The extent of a record, found from its header alone.
struct RecordFrame {
  let kind: UInt32
  let flags: UInt16
  /// The size that the header gives.
  let size: Int
  /// The end of the record with what follows it outside of that size.
  let end: Int

  /// Reads the header at a position.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that hold the record.
  ///   - position: Where it begins.
  ///   - limit: Where the records end.
  ///   - isSwapped: Whether the byte order is not the machine's.
  ///   - base: The offset in the file for errors, if not the position itself.
  /// - Throws: ``PerfDataError`` when the size is less than a header or more
  ///   than the bytes that are left.
  init(
    _ bytes: RawSpan, position: Int, end limit: Int, isSwapped: Bool, base: UInt64? = nil
  ) throws(PerfDataError) {
    let offset = base ?? UInt64(clamping: position)
    let left = limit - position
    var cursor = ByteCursor(
      bytes.extracting(position..<limit), isSwapped: isSwapped, subject: "record header",
      base: offset)
    kind = try cursor.readUInt32()
    flags = try cursor.readUInt16()
    var size = Int(try cursor.readUInt16())
    // The records of Android's recorder use the flags as upper bits.
    if kind >= 32768 && kind < 33024 { size |= Int(flags) << 16 }
    guard size >= 8 else {
      throw PerfDataError(
        .invalidSize, subject: "record of type \(kind)", offset: offset,
        value: UInt64(size), limit: UInt64(left), detail: "a header alone has 8 bytes")
    }
    let payload = try RecordFrame.payload(kind: kind, size: size, &cursor)
    let (count, overflow) = size.addingReportingOverflow(Int(clamping: payload))
    guard !overflow && count <= left else {
      throw PerfDataError(
        .truncated, subject: "record of type \(kind)", offset: offset,
        value: UInt64(size).addingReportingOverflow(payload).partialValue, limit: UInt64(left))
    }
    self.size = size
    self.end = position + count
  }

  /// The number of bytes that follow outside of the record's size.
  ///
  /// Tracing data in a larger record is within the size.
  private static func payload(
    kind: UInt32, size: Int, _ cursor: inout ByteCursor
  ) throws(PerfDataError) -> UInt64 {
    if kind == 66 && (size == 12 || size == 16) { return UInt64(try cursor.readUInt32()) }
    if kind == 71 && size >= 16 { return try cursor.readUInt64() }
    return 0
  }
}
