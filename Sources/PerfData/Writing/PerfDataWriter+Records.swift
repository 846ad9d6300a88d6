internal import PerfEvent

extension PerfDataWriter {
  /// Adds a record of another recording, unchanged.
  ///
  /// Its identifiers have to be those of the events of this one. What is behind
  /// a record of tracing data or of the AUX area goes with it. A record of the
  /// other byte order is converted if its kind is known.
  ///
  /// - Parameter record: The record, as a reader gives it.
  /// - Throws: ``PerfDataError`` when the record has no place here, or the target
  ///   cannot be written.
  public mutating func append(_ record: borrowing Record) throws(PerfDataError) {
    if !hasBegun && record.kind != .headerAttributes && record.kind != .headerFeature {
      try begin()
    }
    if record.isSwapped == isSwapped {
      try append(framed: record.bytes, kind: record.kind, size: record.size)
      return
    }
    let converted = try RecordSwapper.swap(record, to: options.byteOrder)
    try append(framed: converted.rawSpan, kind: record.kind, size: record.size)
  }

  /// Adds a record from its bytes.
  ///
  /// - Parameters:
  ///   - kind: The kind of the record.
  ///   - flags: The flags of its header.
  ///   - payload: Everything behind the header that belongs to the record's size.
  ///   - following: What stands behind the record outside of its size, as only
  ///     tracing data and pieces of the AUX area have it.
  /// - Throws: ``PerfDataError`` when the record is too long or has no place
  ///   here, or the target cannot be written.
  public mutating func append(
    kind: RecordKind, flags: RecordFlags = [], payload: [UInt8], following: [UInt8] = []
  ) throws(PerfDataError) {
    encoder.beginRecord(kind, flags: flags)
    encoder.put(bytes: payload)
    try appendEncoded(kind, following: following)
  }

  /// Ends the record in the encoder, and adds it.
  mutating func appendEncoded(
    _ kind: RecordKind, following: [UInt8] = []
  ) throws(PerfDataError) {
    let size = encoder.count
    guard encoder.endRecord() else {
      throw .refused(
        "\(kind) record", at: sink.offset, value: UInt64(size), limit: 65535,
        "it has \(size) bytes")
    }
    encoder.put(bytes: following)
    // Lent, as the encoder cannot be read while the writer changes.
    let lent = encoder
    if !hasBegun && kind != .headerAttributes && kind != .headerFeature { try begin() }
    try append(framed: lent.span, kind: kind, size: size)
  }

  /// Adds a whole record in the byte order of the target.
  mutating func append(
    framed bytes: RawSpan, kind: RecordKind, size: Int
  ) throws(PerfDataError) {
    if kind.isKernel {
      if options.validation == .strict { try check(bytes, kind) }
      recordCount += 1
      if packer == nil {
        try sink.append(bytes)
      } else {
        try pack(bytes)
      }
      return
    }
    try appendRecorders(bytes, kind, size)
  }

  private func check(_ bytes: RawSpan, _ kind: RecordKind) throws(PerfDataError) {
    guard bytes.byteCount & 7 == 0 else {
      throw .refused(
        "\(kind) record", at: sink.offset, value: UInt64(bytes.byteCount),
        "its size of \(bytes.byteCount) bytes is no multiple of 8")
    }
    if table.layouts.count < 2 { return }
    let place: Int
    if kind == .sample {
      place = table.sampleIdentifier
    } else {
      place = table.trailerIdentifier == 0 ? 0 : bytes.byteCount - table.trailerIdentifier
    }
    if place == 0 { return }
    guard place >= 8, place + 8 <= bytes.byteCount else {
      throw .refused("\(kind) record", at: sink.offset, "it has no room for an identifier")
    }
    // The guard has just compared the bounds.
    let stored = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: UInt64.self)
    let identifier = isSwapped ? stored.byteSwapped : stored
    if table.event(identifier: identifier) < 0 {
      throw PerfDataError(
        .unknownIdentifier, subject: "\(kind) record", offset: sink.offset, value: identifier)
    }
  }

  /// Adds a record of the recorder's kinds.
  private mutating func appendRecorders(
    _ bytes: RawSpan, _ kind: RecordKind, _ size: Int
  ) throws(PerfDataError) {
    let offset = sink.offset
    if options.validation == .strict, size & 7 != 0, kind != .compressed, kind != .headerFeature,
      kind != .headerTracingData
    {
      throw .refused(
        "\(kind) record", at: offset, value: UInt64(size), "its size is no multiple of 8")
    }
    switch kind {
    case .headerAttributes, .headerFeature, .headerTracingData:
      guard options.mode == .pipe else {
        throw .refused("\(kind) record", at: offset, "only a stream has such records")
      }
      if kind == .headerAttributes { try noteAttributes(bytes) }
      try flushPieces()
      try sink.append(bytes)
      return
    case .compressed, .compressed2:
      if packer != nil {
        throw .refused("\(kind) record", at: offset, "its contents would be packed twice")
      }
    case .auxTrace:
      try flushPieces()
      auxTraces += [sink.offset, UInt64(size)]
    default:
      break
    }
    try flushPieces()
    recordCount += 1
    try sink.append(bytes)
  }

  /// Takes note of an event that comes as a record of another stream.
  private mutating func noteAttributes(_ bytes: RawSpan) throws(PerfDataError) {
    let body = bytes.extracting(8..<bytes.byteCount)
    let attributes = try EventAttributes(
      body, byteOrder: options.byteOrder, offset: Int(clamping: sink.offset))
    var cursor = ByteCursor(body, byteOrder: options.byteOrder, subject: "event attributes")
    try cursor.skip(4)
    let claimed = Int(try cursor.readUInt32())
    let size = claimed == 0 ? 64 : claimed
    let identifiers = UInt64View(
      bytes: body.extracting(size..<body.byteCount), isSwapped: isSwapped)
    note(
      RecordedEvent(
        attributes: attributes, attributeSize: size, identifiers: identifiers.array))
  }

  /// Adds a record that a stream has in place of a section, past all checks.
  mutating func send(_ kind: RecordKind, _ payload: [UInt8]) throws(PerfDataError) {
    encoder.beginRecord(kind, flags: [])
    encoder.put(bytes: payload)
    guard encoder.endRecord() else {
      throw .refused(
        "\(kind) record", at: sink.offset, value: UInt64(encoder.count), limit: 65535,
        "it has \(encoder.count) bytes")
    }
    try flushPieces()
    try sink.append(encoder.span)
  }
}

extension PerfDataWriter {
  /// Adds a record that was put together in the byte order of the target, with what follows it.
  mutating func append(assembled bytes: RawSpan) throws(PerfDataError) {
    if !hasBegun { try begin() }
    let fields = FieldBytes(bytes, isSwapped: isSwapped)
    let kind = RecordKind(rawValue: fields.uint32(0))
    let size = kind == .auxTrace ? Int(fields.uint16(6)) : bytes.byteCount
    try append(framed: bytes, kind: kind, size: size)
  }
}
