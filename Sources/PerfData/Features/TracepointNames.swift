internal import PerfEvent

/// The names of tracepoints by their numbers, from the tracing data of a file.
struct TracepointNames {
  private(set) var byIdentifier: [UInt64: String] = [:]

  /// Reads the tracing data, whose numbers have a byte order of their own.
  mutating func read(_ bytes: RawSpan, base: UInt64) throws(PerfDataError) {
    var head = ByteCursor(bytes, byteOrder: .littleEndian, subject: "tracing data", base: base)
    // The letters "tracing" behind three bytes of mark.
    try head.skip(10)
    _ = try head.readTerminatedText()
    let order: ByteOrder = try head.readUInt8() == 0 ? .littleEndian : .bigEndian
    let start = head.position
    var cursor = ByteCursor(
      bytes.extracting(start..<bytes.byteCount), byteOrder: order, subject: "tracing data",
      base: base + UInt64(start))
    try cursor.skip(5)
    for _ in 0..<2 {
      _ = try cursor.readTerminatedText()
      try cursor.skip(cursor.readCount64(elementSize: 1))
    }
    for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
      try readFormat(&cursor, system: "ftrace")
    }
    for _ in 0..<(try cursor.readCount32(elementSize: 5)) {
      let system = try cursor.readTerminatedText()
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        try readFormat(&cursor, system: system)
      }
    }
  }

  private mutating func readFormat(
    _ cursor: inout ByteCursor, system: String
  ) throws(PerfDataError) {
    let count = try cursor.readCount64(elementSize: 1)
    let text = String(nulTerminated: try cursor.readBytes(count))
    var name: Substring?
    for line in text.split(separator: "\n", maxSplits: 3) {
      if line.hasPrefix("name: ") {
        name = line.dropFirst(6)
      } else if line.hasPrefix("ID: "), let number = UInt64(line.dropFirst(4)), let name {
        byIdentifier[number] = "\(system):\(name)"
        return
      }
    }
  }
}
