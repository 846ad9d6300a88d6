/// Identifiers of events that the header lacks.
///
/// Android's recorder, simpleperf, writes it. Opening a file has added them to
/// ``RecordedEvent/identifiers``.
///
/// The corresponding C constant is `SIMPLE_PERF_RECORD_EVENT_ID`.
@frozen
public struct SimpleperfEventIDRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// An identifier and its event.
  @frozen
  public struct Entry: Hashable, Sendable {
    /// The position of the event in ``PerfDataFile/events``, as the file claims it.
    public let eventIndex: UInt64
    /// The identifier.
    public let identifier: UInt64

    @inlinable
    init(eventIndex: UInt64, identifier: UInt64) {
      self.eventIndex = eventIndex
      self.identifier = identifier
    }
  }

  /// The number of identifiers.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(8)) }

  /// The identifier at a position, and its event.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "index of an identifier out of range")
    let offset = 16 + 16 * index
    return Entry(eventIndex: fields.uint64(offset), identifier: fields.uint64(offset + 8))
  }
}
