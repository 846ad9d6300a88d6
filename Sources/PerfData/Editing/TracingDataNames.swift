internal import PerfEvent

/// The names of processes that tracing data saved.
enum TracingDataNames {
  /// Returns tracing data without the names.
  ///
  /// - Throws: ``PerfDataError`` when the place of the names cannot be found.
  static func removed(from bytes: RawSpan) throws(PerfDataError) -> [UInt8] {
    var head = ByteCursor(bytes, byteOrder: .littleEndian, subject: "tracing data")
    // The letters "tracing" behind three bytes of mark.
    try head.skip(10)
    let version = try head.readTerminatedText()
    let order: ByteOrder = try head.readUInt8() == 0 ? .littleEndian : .bigEndian
    let start = head.position
    var cursor = ByteCursor(
      bytes.extracting(start..<bytes.byteCount), byteOrder: order, subject: "tracing data",
      base: UInt64(start))
    try cursor.skip(5)
    for _ in 0..<2 {
      _ = try cursor.readTerminatedText()
      try cursor.skip(cursor.readCount64(elementSize: 1))
    }
    for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
      try cursor.skip(cursor.readCount64(elementSize: 1))
    }
    for _ in 0..<(try cursor.readCount32(elementSize: 5)) {
      _ = try cursor.readTerminatedText()
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        try cursor.skip(cursor.readCount64(elementSize: 1))
      }
    }
    // Symbols and formats for printing are the kernel's.
    for _ in 0..<2 { try cursor.skip(cursor.readCount32(elementSize: 1)) }
    var result = Array(copying: bytes.extracting(0..<(start + cursor.position)))
    if version != "0.5" {
      // No name at all, and the padding that a stream asks for.
      result += [UInt8](repeating: 0, count: 8)
    }
    return result
  }
}
