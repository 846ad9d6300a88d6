internal import PerfEvent

extension PerfDataWriter {
  /// Writes what stands in front of the records, as soon as the events are known.
  mutating func begin() throws(PerfDataError) {
    hasBegun = true
    table = EventTable(events)
    if options.mode == .pipe {
      try describeEvents()
      if packer != nil { try sendCompression() }
      return
    }
    let count = events.reduce(0) { $0 + $1.identifiers.count }
    let stride = options.attributeSize + 16
    attributes = FileSection(
      offset: UInt64(104 + 8 * count), size: UInt64(stride * events.count))
    dataOffset = attributes.offset + attributes.size
    var head = ByteEncoder(options.byteOrder)
    putHeader(dataSize: 0, into: &head)
    for event in events { head.put(event.identifiers) }
    var next: UInt64 = 104
    for event in events {
      head.put(
        bytes: event.attributes.bytes(
          byteOrder: options.byteOrder, size: options.attributeSize))
      head.put(next)
      head.put(UInt64(event.identifiers.count * 8))
      next += UInt64(event.identifiers.count * 8)
    }
    try sink.append(head.span)
  }

  /// Puts the header: with a size of 0 and no features as long as records come.
  private func putHeader(dataSize: UInt64, into head: inout ByteEncoder) {
    head.put(FileHeader.magic)
    head.put([104, UInt64(options.attributeSize + 16)])
    head.put([attributes.offset, attributes.size, dataOffset, dataSize, 0, 0])
    var words: [UInt64] = [0, 0, 0, 0]
    for number in features.keys { words[Int(number / 64)] |= 1 << UInt64(number % 64) }
    head.put(words)
  }

  /// Writes the features behind the records, and at last the header.
  mutating func finishFile() throws(PerfDataError) {
    let dataSize = sink.offset - dataOffset
    try addOwnFeatures()
    let numbers = features.keys.sorted()
    var next = sink.offset + UInt64(16 * numbers.count)
    var tableOfFeatures = ByteEncoder(options.byteOrder)
    for number in numbers {
      let size = UInt64(features[number]?.count ?? 0)
      tableOfFeatures.put([next, size])
      next += size
    }
    try sink.append(tableOfFeatures.span)
    for number in numbers {
      if let contents = features[number] { try sink.append(contents.rawSpan) }
    }
    try sink.flush()
    var head = ByteEncoder(options.byteOrder)
    putHeader(dataSize: dataSize, into: &head)
    try sink.replace(at: 0, with: head.span)
  }

  /// Adds the features that only the writer itself can know.
  private mutating func addOwnFeatures() throws(PerfDataError) {
    try describeEvents()
    if let packer {
      try append(compressionValue(ratio: packer.ratio))
    }
    if !auxTraces.isEmpty {
      var places = ByteEncoder(options.byteOrder)
      places.put(UInt64(auxTraces.count / 2))
      places.put(auxTraces)
      features[HeaderFeature.auxTrace.rawValue] = places.bytes
    }
    // Where it is missing, readers take the features for those of the other byte order.
    let lacksHost = features[HeaderFeature.hostname.rawValue] == nil
    if options.describesEvents && lacksHost && !features.isEmpty { try append(.hostname("")) }
  }

  private mutating func describeEvents() throws(PerfDataError) {
    guard options.describesEvents, features[HeaderFeature.eventDescriptions.rawValue] == nil,
      events.contains(where: { !$0.name.isEmpty })
    else { return }
    try append(.eventDescriptions(events.map(EventDescription.init)))
  }

  private func compressionValue(ratio: UInt32) -> FeatureValue {
    .compression(
      CompressionParameters(
        type: 1, level: UInt32(clamping: packer?.compression.level ?? 0), ratio: ratio,
        bufferSize: Packer.bufferSize))
  }

  private mutating func sendCompression() throws(PerfDataError) {
    try append(compressionValue(ratio: 1))
  }
}

extension EventDescription {
  /// The description of an event under its own name, or the one that its attributes give.
  init(_ event: RecordedEvent) {
    self.init(
      attributes: event.attributes,
      name: event.name.isEmpty ? event.attributes.impliedName : event.name,
      identifiers: event.identifiers)
  }
}
