/// The name of an event, as the oldest recorders wrote it into pipes.
///
/// The corresponding C constant is `PERF_RECORD_HEADER_EVENT_TYPE`.
@frozen
public struct EventTypeRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of the event: its configuration.
  @inlinable
  public var identifier: UInt64 { fields.uint64(8) }

  /// The name of the event as bytes, which need not be UTF-8.
  @inlinable
  public var nameBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 16) }
  }

  /// The name of the event, with replacement characters for bytes that are not UTF-8.
  public var name: String { String(nulTerminated: nameBytes) }
}
