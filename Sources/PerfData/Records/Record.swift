/// One record of a file, borrowed from the reader until its next step.
///
/// ``content`` decodes it. Copy what shall live longer.
@frozen
public struct Record: ~Escapable {
  /// The whole record as it stands in the file, with its header.
  ///
  /// Tracing data and pieces of the AUX area lie behind their record; these
  /// bytes include them.
  public let bytes: RawSpan
  /// The kind of the record.
  public let kind: RecordKind
  /// The flags of the header.
  public let flags: RecordFlags
  /// The size in the header; less than the bytes when a payload follows.
  public let size: Int
  /// The offset in the file of the record, or of the compressed one that holds it.
  ///
  /// All records that one compressed record holds share its offset. In a
  /// directory it is the offset in the file that ``part`` names.
  public let offset: UInt64
  /// The part of a recording in a directory that holds the record.
  ///
  /// 0 is the main file, and n is the n-th of `data.0`, `data.1` and so on; it is
  /// 0 throughout for a recording in one file.
  public let part: Int
  /// The position in ``PerfDataFile/events`` of the event to which the record belongs.
  ///
  /// It is -1 when the file has no event, when the recorder rather than the
  /// kernel wrote the record, and when its identifier belongs to no event.
  public let eventIndex: Int
  @usableFromInline let isSwapped: Bool
  /// The layout by which the record was written, alone; none when the file has no event.
  @usableFromInline let layoutSpan: Span<SampleLayout>

  @inlinable
  @_lifetime(copy bytes, copy layout)
  init(
    bytes: RawSpan, kind: RecordKind, flags: RecordFlags, size: Int, offset: UInt64,
    part: Int, eventIndex: Int, isSwapped: Bool, layout: Span<SampleLayout>
  ) {
    self.bytes = bytes
    self.kind = kind
    self.flags = flags
    self.size = size
    self.offset = offset
    self.part = part
    self.eventIndex = eventIndex
    self.isSwapped = isSwapped
    self.layoutSpan = layout
  }

  @inlinable
  @_lifetime(copy bytes, copy layout)
  init(
    bytes: RawSpan, header: RecordHeader, size: Int, offset: UInt64, part: Int, eventIndex: Int,
    isSwapped: Bool, layout: Span<SampleLayout>
  ) {
    self.init(
      bytes: bytes, kind: RecordKind(rawValue: header.kind),
      flags: RecordFlags(rawValue: header.flags), size: size, offset: offset, part: part,
      eventIndex: eventIndex, isSwapped: isSwapped, layout: layout)
  }

  /// The bytes of the header and the fields, by offset.
  @inlinable
  var fields: FieldBytes {
    @_lifetime(copy self)
    get { FieldBytes(bytes, isSwapped: isSwapped) }
  }

  /// The layout by which the record was written; nothing when the file has no event.
  @inlinable
  var layout: Span<SampleLayout>? {
    @inline(__always)
    @_lifetime(copy self)
    get { layoutSpan.isEmpty ? nil : layoutSpan }
  }
}
