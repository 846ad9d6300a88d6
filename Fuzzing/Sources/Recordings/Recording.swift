/// A perf.data file put together in memory.
public struct Recording {
  /// The events, all with attributes of one size.
  public var events: [RecordedEvent]
  /// The records, in file order.
  public private(set) var records = Bytes()
  /// The payloads of the feature sections by their numbers.
  public var features: [Int: [UInt8]] = [:]
  /// The time of the next sample in nanoseconds.
  var time: UInt64 = 1_000_000_000

  /// Creates a recording without records.
  public init(events: [RecordedEvent]) {
    self.events = events
  }

  /// Appends a record by its type, its flags and what follows its header.
  public mutating func append(type: UInt32, misc: UInt16 = 0, payload: [UInt8]) {
    records.append(type)
    records.append(misc, UInt16(8 + payload.count))
    records.append(bytes: payload)
  }

  /// Appends bytes that belong to no record's size.
  public mutating func append(trailing bytes: [UInt8]) {
    records.append(bytes: bytes)
  }

  /// The bytes of the file: header, identifiers, attributes, records, features.
  public var file: [UInt8] {
    let headerSize = 104
    let attributeSize = events.first?.attributeSize ?? 128
    var identifiers = Bytes()
    var attributes = Bytes()
    for event in events {
      let offset = headerSize + identifiers.contents.count
      for identifier in event.identifiers { identifiers.append(identifier) }
      attributes.append(bytes: event.attributes)
      attributes.append(UInt64(offset), UInt64(event.identifiers.count * 8))
    }
    let attributesOffset = headerSize + identifiers.contents.count
    let dataOffset = attributesOffset + attributes.contents.count

    var header = Bytes()
    header.append(bytes: Array("PERFILE2".utf8))
    header.append(UInt64(headerSize), UInt64(attributeSize + 16))
    header.append(UInt64(attributesOffset), UInt64(attributes.contents.count))
    header.append(UInt64(dataOffset), UInt64(records.contents.count))
    header.append(UInt64(0), 0)
    var words: [UInt64] = [0, 0, 0, 0]
    for feature in features.keys { words[feature / 64] |= 1 << UInt64(feature % 64) }
    for word in words { header.append(word) }

    var table = Bytes()
    var payloads = Bytes()
    let tableOffset = dataOffset + records.contents.count
    for (_, payload) in features.sorted(by: { $0.key < $1.key }) {
      let offset = tableOffset + features.count * 16 + payloads.contents.count
      table.append(UInt64(offset), UInt64(payload.count))
      payloads.append(bytes: payload)
    }
    return header.contents + identifiers.contents + attributes.contents + records.contents
      + table.contents + payloads.contents
  }
}
