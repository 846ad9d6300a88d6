internal import PerfEvent

extension PerfDataWriter {
  /// Adds a record to the piece that is being filled.
  mutating func pack(_ bytes: RawSpan) throws(PerfDataError) {
    guard let packer else { return }
    var start = 0
    while start < bytes.byteCount {
      start += packer.take(bytes.extracting(start..<bytes.byteCount))
      if start < bytes.byteCount { try flushPieces() }
    }
  }

  /// Writes the piece that is being filled, so that what comes next stands behind it.
  mutating func flushPieces() throws(PerfDataError) {
    guard let packer, !packer.isEmpty else { return }
    let (sink, order) = (self.sink, options.byteOrder)
    try packer.flush { (piece: RawSpan) throws(PerfDataError) in
      var record = ByteEncoder(order)
      switch packer.compression.form {
      case .compressed:
        record.beginRecord(.compressed, flags: [])
        record.put(bytes: piece)
      case .compressed2:
        record.beginRecord(.compressed2, flags: [])
        record.put(UInt64(piece.byteCount))
        record.put(bytes: piece)
        record.pad(to: 8)
      }
      guard record.endRecord() else {
        throw .refused(
          "compressed record", at: sink.offset, value: UInt64(record.count), limit: 65535,
          "a piece is too long")
      }
      try sink.append(record.span)
    }
  }
}
