public import PerfEvent

/// The removal of fields from all samples of a recording.
///
/// The bits of the fields vanish from the attributes of the events, and with
/// them the registers, stack sizes and branch settings that belong to them; the
/// samples become shorter. Records with deferred callchains go together with the
/// callchains. All other records stay. Samples whose sizes cannot be true are an
/// error.
public struct SampleStripping: Hashable, Sendable {
  /// The fields that can be removed: all behind the period.
  ///
  /// Those in front tell what a record belongs to, and when and where it was written.
  public static let removableFields: SampleFields = [
    .read, .callchain, .raw, .branchStack, .userRegisters, .userStack, .weight,
    .weightStructure, .dataSource, .transaction, .interruptRegisters, .physicalAddress, .cgroup,
    .dataPageSize, .codePageSize, .aux,
  ]

  /// The fields that are removed.
  public let fields: SampleFields

  /// Creates a removal.
  ///
  /// - Parameter fields: The fields; those that cannot be removed are ignored.
  public init(_ fields: SampleFields) {
    self.fields = fields.intersection(SampleStripping.removableFields)
  }

  /// Writes a recording without the fields.
  ///
  /// - Parameters:
  ///   - file: The recording.
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays; by
  ///     default that of the recording, not packed.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the recording is damaged, or the target
  ///   cannot be written.
  @discardableResult
  public func write(
    _ file: borrowing PerfDataFile, to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> [UInt8] {
    var edit = StrippingEdit(stripping: self)
    return try file.rewrite(by: &edit, to: target, options: .edited(options, file))
  }

  /// The event without the fields.
  func event(_ event: RecordedEvent) -> RecordedEvent {
    var event = event
    event.attributes = attributes(event.attributes)
    return event
  }

  func attributes(_ attributes: EventAttributes) -> EventAttributes {
    var attributes = attributes
    attributes.sampleFields.subtract(fields)
    if fields.contains(.branchStack) { attributes.branchFields = [] }
    if fields.contains(.userStack) { attributes.userStackSize = 0 }
    if fields.contains(.userRegisters) { attributes.userRegisters = 0 }
    if fields.contains(.interruptRegisters) { attributes.interruptRegisters = 0 }
    if fields.contains(.aux) { attributes.auxSampleSize = 0 }
    return attributes
  }

  /// A sample without the fields, or nothing when it has none of them.
  func stripped(_ record: borrowing Record) throws(PerfDataError) -> AssembledRecord? {
    guard let sample = record.sample else {
      if case .malformed(let error) = record.content { throw error }
      return nil
    }
    let layout = sample.layout
    let present = SampleFields(rawValue: layout.fields)
    guard !present.isDisjoint(with: fields) else { return nil }
    var result = AssembledRecord(record, upTo: Int(layout.fixedEnd))
    let places = sample.places
    let found = VariableField.allCases.filter { places[$0] > 0 }
    for (index, field) in found.enumerated() {
      let end = index + 1 == found.count ? record.size : places[found[index + 1]]
      if fields.isDisjoint(with: field.sampleFields) {
        result.append(record.bytes.extracting(places[field]..<end))
      }
    }
    return result
  }
}

/// The edit that strips samples.
private struct StrippingEdit: RecordingEdit {
  let stripping: SampleStripping

  func events(of file: borrowing PerfDataFile) -> [RecordedEvent] {
    file.events.map(stripping.event)
  }

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    switch feature {
    case .branchStack where stripping.fields.contains(.branchStack):
      return nil
    case .eventDescriptions:
      guard let all = try file.eventDescriptions else { return nil }
      return .eventDescriptions(all.map(stripping.description))
    default:
      return try FeatureValue(bytesOf: feature, of: file)
    }
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    try stripping.write(record, to: &writer)
  }
}

extension SampleStripping {
  func description(_ description: EventDescription) -> EventDescription {
    EventDescription(
      attributes: attributes(description.attributes), name: description.name,
      identifiers: description.identifiers)
  }

  func write(_ record: borrowing Record, to writer: inout PerfDataWriter) throws(PerfDataError) {
    switch record.kind {
    case .deferredCallchain where fields.contains(.callchain):
      return
    case .sample:
      if let shorter = try stripped(record) {
        try writer.append(shorter)
      } else {
        try writer.append(record)
      }
    default:
      try writer.append(record)
    }
  }
}
