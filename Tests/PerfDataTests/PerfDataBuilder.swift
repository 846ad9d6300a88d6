import PerfData
import PerfEvent

/// Assembles perf.data files in code: both forms, both byte orders, any size of
/// attributes, any record and feature.
struct PerfDataBuilder {
  let order: ByteOrder
  var attributeSize: Int = 128
  var events: [(attributes: EventAttributes, identifiers: [UInt64])] = []
  var records: [[UInt8]] = []
  var features: [(number: UInt32, bytes: [UInt8])] = []

  init(_ order: ByteOrder = .littleEndian) {
    self.order = order
  }

  mutating func event(
    _ fields: SampleFields, flags: EventFlags = [.sampleIDAll], identifiers: [UInt64] = [],
    _ change: (inout EventAttributes) -> Void = { _ in }
  ) {
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.samplePeriod = 1000
    attributes.sampleFields = fields
    attributes.flags = flags
    change(&attributes)
    events.append((attributes, identifiers))
  }

  /// Appends a record; the size in its header is that of the body unless told.
  mutating func record(
    _ kind: UInt32, flags: UInt16 = 0, size: Int? = nil, _ body: (inout ByteWriter) -> Void
  ) {
    var content = ByteWriter(order)
    body(&content)
    var record = ByteWriter(order)
    record.u32(kind)
    record.u16(flags, UInt16(truncatingIfNeeded: size ?? content.bytes.count + 8))
    record.raw(content.bytes)
    records.append(record.bytes)
  }

  mutating func feature(_ feature: HeaderFeature, _ body: (inout ByteWriter) -> Void) {
    var content = ByteWriter(order)
    body(&content)
    features.append((feature.rawValue, content.bytes))
  }

  /// The file in file mode.
  func file(dataSize: UInt64? = nil) -> [UInt8] {
    let attributesOffset = 104
    let entry = attributeSize + 16
    let idsOffset = attributesOffset + events.count * entry
    let idCount = events.reduce(0) { $0 + $1.identifiers.count }
    let dataOffset = idsOffset + 8 * idCount
    let data = records.flatMap { $0 }
    var writer = ByteWriter(order)
    writer.u64(0x3245_4c49_4652_4550, 104, UInt64(entry))
    writer.u64(UInt64(attributesOffset), UInt64(events.count * entry))
    writer.u64(UInt64(dataOffset), dataSize ?? UInt64(data.count), 0, 0)
    var bits = [UInt64](repeating: 0, count: 4)
    for feature in features { bits[Int(feature.number / 64)] |= 1 << UInt64(feature.number % 64) }
    for word in bits { writer.u64(word) }
    var nextID = idsOffset
    for event in events {
      writer.raw(event.attributes.bytes(byteOrder: order, size: attributeSize))
      writer.u64(UInt64(nextID), UInt64(8 * event.identifiers.count))
      nextID += 8 * event.identifiers.count
    }
    for event in events { for identifier in event.identifiers { writer.u64(identifier) } }
    writer.raw(data)
    appendFeatures(to: &writer)
    return writer.bytes
  }

  private func appendFeatures(to writer: inout ByteWriter) {
    var offset = writer.bytes.count + 16 * features.count
    let sorted = features.sorted { $0.number < $1.number }
    for feature in sorted {
      writer.u64(UInt64(offset), UInt64(feature.bytes.count))
      offset += feature.bytes.count
    }
    for feature in sorted { writer.raw(feature.bytes) }
  }

  /// The file in pipe mode: events and features as records in front of the others.
  func pipe() -> [UInt8] {
    var builder = PerfDataBuilder(order)
    for event in events {
      builder.record(64) { body in
        body.raw(event.attributes.bytes(byteOrder: order, size: attributeSize))
        for identifier in event.identifiers { body.u64(identifier) }
      }
    }
    for feature in features {
      builder.record(80) { body in
        body.u64(UInt64(feature.number))
        body.raw(feature.bytes)
      }
    }
    var writer = ByteWriter(order)
    writer.u64(0x3245_4c49_4652_4550, 16)
    writer.raw(builder.records.flatMap { $0 } + records.flatMap { $0 })
    return writer.bytes
  }
}
