internal import PerfEvent

extension PerfDataWriter {
  /// Adds an event, before the first record.
  ///
  /// In a stream the event goes out at once, and more may follow between records.
  ///
  /// - Parameter event: What is recorded, and its identifiers.
  /// - Returns: The position of the event.
  /// - Throws: ``PerfDataError`` when the attributes do not fit into their size,
  ///   when records could not be told apart, or in a file behind the first record.
  @discardableResult
  public mutating func add(_ event: RecordedEvent) throws(PerfDataError) -> Int {
    if options.mode == .file && hasBegun {
      throw .refused("event", at: sink.offset, "events have to come before the first record")
    }
    if options.validation == .strict { try check(event) }
    if options.mode == .pipe {
      var attributes = ByteEncoder(options.byteOrder)
      attributes.put(
        bytes: event.attributes.bytes(
          byteOrder: options.byteOrder, size: options.attributeSize))
      attributes.put(event.identifiers)
      try send(.headerAttributes, attributes.bytes)
    }
    note(event)
    return events.count - 1
  }

  /// Keeps an event that the target has.
  mutating func note(_ event: RecordedEvent) {
    events.append(event)
    taken.formUnion(event.identifiers)
    if hasBegun { table = EventTable(events) }
  }

  private func check(_ event: RecordedEvent) throws(PerfDataError) {
    let offset = sink.offset
    let (size, order) = (options.attributeSize, options.byteOrder)
    let written = event.attributes.bytes(byteOrder: order, size: size)
    let kept = try EventAttributes(written.rawSpan, byteOrder: order, offset: 0)
    // As many bytes as all known fields take, of what was meant and what is left of it.
    guard
      kept.bytes(byteOrder: order, size: 144)
        == event.attributes.bytes(byteOrder: order, size: 144)
    else {
      throw .refused(
        "event", at: offset, value: UInt64(size), limit: 144,
        "its attributes have fields that do not fit into \(size) bytes")
    }
    guard let first = events.first else { return }
    if features[HeaderFeature.stat.rawValue] != nil { return }
    let ours = SampleLayout(event.attributes)
    let theirs = SampleLayout(first.attributes)
    guard ours.identifier != 0, ours.identifier == theirs.identifier,
      ours.trailerID == theirs.trailerID || !ours.hasTrailer
    else {
      throw .refused(
        "event", at: offset,
        "its samples have no identifier where those of the first event have it")
    }
    guard ours.hasTrailer == theirs.hasTrailer else {
      throw .refused(
        "event", at: offset, "its flag sampleIDAll is not that of the first event")
    }
    if let double = event.identifiers.first(where: taken.contains) {
      throw .refused(
        "event", at: offset, value: double, "the identifier \(double) belongs to another event")
    }
  }
}
