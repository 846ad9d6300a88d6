internal import PerfEvent

extension RecordFollower {
  /// The longest that may stand in front of the first record.
  private static let longestHead: UInt64 = 1 << 26

  /// Reads what stands in front of the first record.
  ///
  /// - Returns: What to do when it is not all there, or nothing.
  mutating func readHeader() throws(PerfDataError) -> FollowStep? {
    while true {
      if bytes.count >= 8 { _ = try FileHeader.magic(of: bytes.span) }
      if let size = try headSize(), UInt64(bytes.count) >= size {
        try parseHead(Int(size))
        return nil
      }
      switch try bytes.fill() {
      case .more: continue
      case .nothingYet: return .waiting
      case .end:
        throw PerfDataError(
          .truncated, subject: "file header", offset: 0, value: 16, limit: UInt64(bytes.count))
      }
    }
  }

  /// The number of bytes in front of the first record, once that is known.
  private func headSize() throws(PerfDataError) -> UInt64? {
    guard bytes.count >= 24 || bytes.count >= 16 && isPipe else { return nil }
    if isPipe { return 16 }
    guard bytes.count >= 104 else { return nil }
    let header = try FileHeader(parsing: bytes.span)
    let end = max(header.data.offset, header.size)
    guard end <= RecordFollower.longestHead else {
      throw PerfDataError(
        .invalidSize, subject: "offset of the records", offset: 40, value: header.data.offset,
        limit: RecordFollower.longestHead)
    }
    return end
  }

  /// Whether the second word of the header is the size of that of a pipe.
  private var isPipe: Bool {
    let bytes = bytes.span
    let size = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self)
    return size == 16 || size.byteSwapped == 16
  }

  private mutating func parseHead(_ size: Int) throws(PerfDataError) {
    var contents = try FileContents(parsing: bytes.span.extracting(0..<size))
    if bytes.isRegular && contents.header.mode == .file {
      // The whole file may have its attributes behind the records.
      let storage = try ByteStorage(
        descriptor: bytes.descriptor, name: bytes.name, access: .mapped, streamLimit: 0)
      contents = try FileContents(parsing: storage.span)
      if let section = contents.features.first(where: { $0.feature == .tracingData })?.section,
        let range = section.range(within: storage.span.byteCount)
      {
        tracingData = TracingData(
          parsing: storage.span.extracting(range), offset: section.offset)
      }
    }
    for (index, event) in contents.events.enumerated() {
      for identifier in event.identifiers { eventOfIdentifier[identifier] = index }
    }
    hasNews = true
    if contents.header.mode == .file && contents.header.data.size > 0 {
      bytes.end(at: RecordFollower.end(of: contents.header))
    }
    self.contents = contents
    bytes.drop(size)
  }

  private static func end(of header: FileHeader) -> UInt64 {
    let (end, overflow) = header.data.offset.addingReportingOverflow(header.data.size)
    // The largest number stands for an end that is not known yet.
    return overflow ? .max - 1 : min(end, .max - 1)
  }

  /// Asks the header of a file where its records end.
  ///
  /// - Returns: Whether that is news.
  mutating func learnEnd() throws(PerfDataError) -> Bool {
    guard bytes.isRegular, bytes.limit == .max, contents?.header.mode == .file else {
      return false
    }
    let head = try bytes.head(104)
    guard head.count == 104 else { return false }
    let header = try FileHeader(parsing: unsafe head.span.bytes)
    guard header.data.size > 0 else { return false }
    bytes.end(at: RecordFollower.end(of: header))
    return true
  }

  /// Tells whether bytes that are no record may be the features of a file.
  ///
  /// A recorder writes those behind the records and only then, milliseconds
  /// later, says in the header where the records end.
  mutating func isNearEnd() throws(PerfDataError) -> Bool {
    guard bytes.isRegular, bytes.limit == .max, contents?.header.mode == .file else {
      return false
    }
    if try learnEnd() { return true }
    suspicions += 1
    return suspicions < 100
  }

  /// Throws when a recording ends within a record.
  func checkEnd() throws(PerfDataError) {
    guard bytes.count == 0 else {
      throw PerfDataError(
        .truncated, subject: "last record", offset: bytes.offset,
        value: UInt64(bytes.count) + 1, limit: UInt64(bytes.count))
    }
    if let unpacker, unpacker.count > 0 {
      throw PerfDataError(
        .truncated, subject: "last compressed record", offset: bytes.offset,
        value: UInt64(unpacker.count) + 1, limit: UInt64(unpacker.count))
    }
  }
}
