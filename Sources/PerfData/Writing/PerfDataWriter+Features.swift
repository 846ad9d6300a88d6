internal import PerfEvent

extension PerfDataWriter {
  /// Adds a feature.
  ///
  /// In a file it is kept and written at the end; a later one of the same kind
  /// takes its place. In a stream it goes out at once: tracing data and build
  /// identifiers as records of their own, the kinds that streams do not have not
  /// at all. perf 6.1 refuses streams with kinds above 31; strict writers leave
  /// them out there.
  ///
  /// - Parameter value: The kind of information and its contents.
  /// - Throws: ``PerfDataError`` when the contents cannot be true, or the target
  ///   cannot be written.
  public mutating func append(_ value: FeatureValue) throws(PerfDataError) {
    let number = value.feature.rawValue
    guard number < 256 else {
      throw .refused(
        "feature \(number)", at: sink.offset, value: UInt64(number), limit: 255,
        "there is no bit for it")
    }
    if options.validation == .strict { try check(value) }
    let bytes = value.bytes(byteOrder: options.byteOrder, attributeSize: options.attributeSize)
    if options.mode == .file {
      features[number] = bytes
      return
    }
    switch value.feature {
    case .tracingData:
      try sendTracingData(bytes)
    case .buildIDs:
      try sendBuildIDs(bytes)
    case .branchStack, .auxTrace, .stat, .cache, .directoryFormat, .hybridTopology:
      return
    default:
      if number > 31 && options.validation == .strict { return }
      var payload = ByteEncoder(options.byteOrder)
      payload.put(UInt64(number))
      // Padding would be taken for parts that older recorders did not write.
      payload.put(bytes: bytes)
      try send(.headerFeature, payload.bytes)
    }
    features[number] = []
  }

  private func check(_ value: FeatureValue) throws(PerfDataError) {
    switch value {
    case .cpuCounts(let counts) where counts.available < counts.online:
      throw .refused(
        "feature NRCPUS", at: sink.offset, value: UInt64(counts.online),
        limit: UInt64(counts.available), "more CPUs are online than available")
    case .cpuTopology where features[HeaderFeature.cpuCounts.rawValue] == nil:
      throw .refused(
        "feature CPU_TOPOLOGY", at: sink.offset, "the numbers of CPUs have to come before it")
    case .sampleTimes(let times) where times.first > times.last:
      throw .refused(
        "feature SAMPLE_TIME", at: sink.offset, value: times.first, limit: times.last,
        "the first time is later than the last")
    default:
      return
    }
  }

  /// Sends tracing data behind a record that tells how many bytes follow it.
  private mutating func sendTracingData(_ bytes: [UInt8]) throws(PerfDataError) {
    let padded = (bytes.count + 7) / 8 * 8
    guard let count = UInt32(exactly: padded) else {
      throw .refused(
        "feature TRACING_DATA", at: sink.offset, value: UInt64(padded), limit: 1 << 32 - 1,
        "it is too long for a stream")
    }
    encoder.beginRecord(.headerTracingData, flags: [])
    encoder.put(count)
    encoder.put(UInt32(0))
    _ = encoder.endRecord()
    encoder.put(bytes: bytes)
    encoder.putZeros(padded - bytes.count)
    try flushPieces()
    try sink.append(encoder.span)
  }

  /// Sends the entries of the feature, which have the form of records but for their kind.
  private mutating func sendBuildIDs(_ bytes: [UInt8]) throws(PerfDataError) {
    try flushPieces()
    let swapped = isSwapped
    var start = 0
    let all = bytes.rawSpan
    while bytes.count - start >= 8 {
      let fields = FieldBytes(all.extracting(start..<bytes.count), isSwapped: swapped)
      let size = Int(fields.uint16(6))
      guard size >= 36, size <= bytes.count - start else { return }
      encoder.beginRecord(.headerBuildID, flags: RecordFlags(rawValue: fields.uint16(4)))
      encoder.put(bytes: fields.slice(8, size - 8))
      encoder.pad(to: 8)
      if encoder.endRecord() { try sink.append(encoder.span) }
      start += size
    }
  }
}
