extension ByteCursor {
  /// Reads a count of eight bytes that the bytes behind it can hold.
  ///
  /// - Parameter elementSize: The least number of bytes that an element takes.
  /// - Returns: The count.
  /// - Throws: ``PerfDataError`` when that many elements are not there.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readCount64(elementSize: Int) throws(PerfDataError) -> Int {
    let count = try readUInt64()
    let limit = remaining / elementSize
    guard count <= UInt64(limit) else { throw impossible(count: count, limit: limit) }
    return Int(truncatingIfNeeded: count)
  }

  /// Reads a count of four bytes that the bytes behind it can hold.
  ///
  /// - Parameter elementSize: The least number of bytes that an element takes.
  /// - Returns: The count.
  /// - Throws: ``PerfDataError`` when that many elements are not there.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readCount32(elementSize: Int) throws(PerfDataError) -> Int {
    let count = try readUInt32()
    let limit = remaining / elementSize
    guard Int(count) <= limit else { throw impossible(count: UInt64(count), limit: limit) }
    return Int(count)
  }

  /// Reads the text that header features hold: a length of four bytes, then padded bytes.
  @_lifetime(self: copy self)
  public mutating func readSizedText() throws(PerfDataError) -> String {
    let count = try readCount32(elementSize: 1)
    return try String(nulTerminated: readBytes(count))
  }

  /// Reads text up to and with its NUL byte; without one, up to the end.
  @_lifetime(self: copy self)
  public mutating func readTerminatedText() throws(PerfDataError) -> String {
    let rest = bytes.extracting(next..<bytes.byteCount)
    let count = rest.terminatedCount
    next = min(next + count + 1, bytes.byteCount)
    return String(nulTerminated: rest.extracting(0..<count))
  }
}
