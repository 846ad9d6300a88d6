internal import PerfEvent

/// What opening a file finds: events, features and the range of the records.
struct FileContents {
  let header: FileHeader
  var events: [RecordedEvent] = []
  var features: [FeatureSection] = []
  var dataRange: Range<Int> = 0..<0
  var isUnfinished: Bool = false
  var faults: [PerfDataError] = []
  var missingData: PerfDataError?
  /// The names that old recorders wrote down by the configurations of the events.
  var typeNames: [UInt64: String] = [:]

  init(parsing bytes: RawSpan) throws(PerfDataError) {
    header = try FileHeader(parsing: bytes)
    switch header.mode {
    case .pipe:
      dataRange = 16..<bytes.byteCount
      readPipe(bytes)
    case .file:
      try readAttributes(bytes)
      readEventTypes(bytes)
      findData(bytes)
      if !isUnfinished { readFeatureTable(bytes) }
      readLateIdentifiers(bytes)
    }
    nameEvents(bytes)
  }

  private mutating func readAttributes(_ bytes: RawSpan) throws(PerfDataError) {
    guard header.attributes.size > 0 else { return }
    let stride = header.attributeSize
    guard stride >= 80, stride <= 1 << 16, let size = Int(exactly: stride) else {
      throw PerfDataError(
        .invalidSize, subject: "size of the attributes", offset: 16, value: stride, limit: 1 << 16)
    }
    guard let range = header.attributes.range(within: bytes.byteCount) else {
      throw PerfDataError(
        .truncated, subject: "attribute section", offset: header.attributes.offset,
        value: header.attributes.size,
        limit: header.attributes.available(within: bytes.byteCount))
    }
    // Sections of identifiers that overlap could make a small file claim any
    // number of them.
    var identifierBudget = bytes.byteCount
    var start = range.lowerBound
    while range.upperBound - start >= size {
      let entry = bytes.extracting(start..<(start + size))
      let attributes = try EventAttributes(
        entry.extracting(0..<(size - 16)), byteOrder: header.byteOrder, offset: start)
      var cursor = ByteCursor(
        entry.extracting((size - 16)..<size), byteOrder: header.byteOrder,
        subject: "attribute entry", base: UInt64(start))
      let identifiers = readIdentifiers(try cursor.readSection(), bytes, &identifierBudget)
      events.append(
        RecordedEvent(
          attributes: attributes, attributeSize: size - 16, identifiers: identifiers))
      start += size
    }
  }

  private mutating func readIdentifiers(
    _ section: FileSection, _ bytes: RawSpan, _ budget: inout Int
  ) -> [UInt64] {
    guard let range = section.range(within: bytes.byteCount), range.count <= budget else {
      faults.append(
        PerfDataError(
          .invalidSize, subject: "section of identifiers", offset: section.offset,
          value: section.size, limit: UInt64(budget)))
      return []
    }
    budget -= range.count
    let isSwapped = header.byteOrder != .native
    return UInt64View(bytes: bytes.extracting(range), isSwapped: isSwapped).array
  }

  private mutating func findData(_ bytes: RawSpan) {
    let count = bytes.byteCount
    let start = Int(clamping: header.data.offset)
    guard start <= count else {
      dataRange = count..<count
      noteCutData(available: 0)
      return
    }
    if let range = header.data.range(within: count) {
      dataRange = range
      // An empty recording and one that was killed differ in the table of
      // features, which only a finished one has.
      if range.isEmpty && start < count && !hasFeatureTable(bytes, at: start) {
        isUnfinished = true
        dataRange = start..<count
      }
    } else {
      dataRange = start..<count
      noteCutData(available: count - start)
    }
  }

  private mutating func noteCutData(available: Int) {
    let fault = PerfDataError(
      .truncated, subject: "data section", offset: header.data.offset,
      value: header.data.size, limit: UInt64(available))
    faults.append(fault)
    missingData = fault
  }
}

extension EventAttributes {
  init(_ bytes: RawSpan, byteOrder: ByteOrder, offset: Int) throws(PerfDataError) {
    do throws(EventAttributesError) {
      try self.init(parsing: bytes, byteOrder: byteOrder)
    } catch {
      throw PerfDataError(
        .invalidAttributes, subject: "event attributes", offset: UInt64(offset),
        detail: "\(error)")
    }
  }
}
