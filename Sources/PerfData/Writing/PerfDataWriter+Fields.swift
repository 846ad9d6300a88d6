internal import PerfEvent

extension PerfDataWriter {
  /// Adds a sample.
  ///
  /// - Parameters:
  ///   - sample: The fields of the sample.
  ///   - event: The position of the event that took it.
  /// - Throws: ``PerfDataError`` when there is no such event, when the sample is
  ///   too long or not one of the event, or when the target cannot be written.
  public mutating func append(
    _ sample: borrowing SampleValues, event: Int = 0
  ) throws(PerfDataError) {
    let place = try place(of: event, subject: "SAMPLE record")
    // The attributes themselves would be copied for every sample.
    let layout = hasBegun ? table.layouts[place] : SampleLayout(events[place].attributes)
    if let reason = sample.refusal(layout) {
      throw .refused("SAMPLE record", at: sink.offset, reason)
    }
    encoder.beginRecord(.sample, flags: sample.flags)
    sample.encode(
      into: &encoder, layout, identifier: events[place].identifiers.first ?? 0)
    try appendEncoded(.sample)
  }

  /// Adds a record that is no sample.
  ///
  /// - Parameters:
  ///   - fields: The fields of the record.
  ///   - flags: The flags of its header; those that the form of the fields asks for are added.
  ///   - event: The position of the event that wrote it, if it is a kernel's record;
  ///     with an identifier of 0 in the trailer, it is the first.
  ///   - trailer: When and where a kernel's record was written; it is ignored when
  ///     the event does not ask for it, and with records of the recorder.
  /// - Throws: ``PerfDataError`` when there is no such event, when the record is
  ///   too long or has no place here, or when the target cannot be written.
  public mutating func append(
    _ fields: borrowing RecordFields, flags: RecordFlags = [], event: Int = 0,
    trailer: RecordTrailer = .synthesized
  ) throws(PerfDataError) {
    let kind = fields.kind
    encoder.beginRecord(kind, flags: flags.union(fields.impliedFlags))
    var following: [UInt8] = []
    if kind.isKernel {
      let asked = try place(of: event, subject: "\(kind) record")
      // Readers take a record without identifier for one of the first event.
      let place = trailer.identifier == 0 ? 0 : asked
      let attributes = events[place].attributes
      fields.encodeKernel(into: &encoder, format: attributes.readFormat)
      if attributes.flags.contains(.sampleIDAll) {
        encoder.put(
          trailer, attributes.sampleFields,
          identifier: trailer.identifier ?? events[place].identifiers.first ?? 0)
      }
    } else {
      following = fields.encodeRecorder(into: &encoder)
    }
    try appendEncoded(kind, following: following)
  }

  private func place(of event: Int, subject: String) throws(PerfDataError) -> Int {
    guard events.indices.contains(event) else {
      throw .refused(
        subject, at: sink.offset, value: UInt64(clamping: event),
        limit: UInt64(events.count), "there is no event \(event)")
    }
    return event
  }
}

extension ByteEncoder {
  /// Adds the members of a trailer that an event asks for.
  mutating func put(_ trailer: RecordTrailer, _ fields: SampleFields, identifier: UInt64) {
    if fields.contains(.thread) { put(trailer.thread) }
    if fields.contains(.time) { put(trailer.time) }
    if fields.contains(.id) { put(identifier) }
    if fields.contains(.streamID) { put(trailer.streamID) }
    if fields.contains(.cpu) {
      put(trailer.cpu)
      put(UInt32(0))
    }
    if fields.contains(.identifier) { put(identifier) }
  }
}
