/// A range of bytes of a file.
public struct FileSection: Hashable, Sendable {
  /// The offset of the first byte.
  public let offset: UInt64
  /// The number of bytes.
  public let size: UInt64

  /// Creates a section.
  ///
  /// - Parameters:
  ///   - offset: The offset of the first byte.
  ///   - size: The number of bytes.
  public init(offset: UInt64, size: UInt64) {
    self.offset = offset
    self.size = size
  }

  /// The range, if it lies within so many bytes.
  func range(within count: Int) -> Range<Int>? {
    guard let start = Int(exactly: offset), let size = Int(exactly: size) else { return nil }
    let (end, overflow) = start.addingReportingOverflow(size)
    return !overflow && end <= count ? start..<end : nil
  }

  /// The number of bytes behind the offset when there are so many in all.
  func available(within count: Int) -> UInt64 {
    let (rest, overflow) = UInt64(clamping: count).subtractingReportingOverflow(offset)
    return overflow ? 0 : rest
  }
}

extension ByteCursor {
  /// Reads the offset and the size of a section.
  @_lifetime(self: copy self)
  mutating func readSection() throws(PerfDataError) -> FileSection {
    let offset = try readUInt64()
    return FileSection(offset: offset, size: try readUInt64())
  }
}
