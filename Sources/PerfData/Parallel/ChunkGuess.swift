/// Looks for records in the middle of a file.
enum ChunkGuess {
  /// Looks for the first record that begins in a range, by what a chain of headers
  /// looks like.
  ///
  /// - Returns: A place from which several records follow each other; it may be wrong.
  static func begin(
    _ bytes: RawSpan, in range: Range<Int>, from dataStart: Int, end: Int, isSwapped: Bool
  ) -> Int? {
    // Records are nearly always multiples of eight bytes.
    var position = range.lowerBound + (8 - (range.lowerBound - dataStart) % 8) % 8
    let limit = min(range.upperBound, range.lowerBound + 1 << 17)
    while position < limit {
      if isChain(bytes, at: position, end: end, isSwapped: isSwapped) { return position }
      position += 8
    }
    return nil
  }

  private static func isChain(
    _ bytes: RawSpan, at start: Int, end: Int, isSwapped: Bool
  ) -> Bool {
    var position = start
    for _ in 0..<16 {
      if position == end { return true }
      guard end - position >= 8 else { return false }
      let stored = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let header = isSwapped ? stored.byteSwapped : stored
      let kind = UInt32(truncatingIfNeeded: isSwapped ? header &>> 32 : header)
      let size = Int(isSwapped ? header & 0xffff : header &>> 48)
      let isKnown = kind > 0 && kind < 32 || kind >= 64 && kind < 96
      guard isKnown, size >= 8, size % 8 == 0, size <= end - position else { return false }
      position += size
    }
    return true
  }
}
