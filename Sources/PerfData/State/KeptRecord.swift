/// A record whose bytes were copied, to be handed out later.
struct KeptRecord: Sendable {
  let bytes: [UInt8]
  let kind: RecordKind
  let flags: RecordFlags
  let size: Int
  let offset: UInt64
  let part: Int
  let eventIndex: Int
  let isSwapped: Bool

  init(_ record: borrowing Record) {
    bytes = [UInt8](copying: record.bytes)
    kind = record.kind
    flags = record.flags
    size = record.size
    offset = record.offset
    part = record.part
    eventIndex = record.eventIndex
    isSwapped = record.isSwapped
  }

  /// Hands out the record, with other bytes if those were changed.
  func hand<E: Error>(
    _ layouts: [SampleLayout], changed: [UInt8]? = nil,
    _ body: (borrowing Record) throws(E) -> Void
  ) throws(E) {
    let bytes = changed ?? self.bytes
    let record = unsafe Record(
      bytes: bytes.span.bytes, kind: kind, flags: flags, size: changed?.count ?? size,
      offset: offset, part: part, eventIndex: eventIndex, isSwapped: isSwapped,
      layouts: layouts.span)
    try body(record)
  }
}
