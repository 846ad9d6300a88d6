/// Counts of an event, written when a thread ended.
///
/// The corresponding C constant is `PERF_RECORD_READ`.
@frozen
public struct ReadRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes
  @usableFromInline let format: UInt64

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, format: UInt64) {
    self.fields = fields
    self.format = format
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The counts.
  @inlinable
  public var values: ReadValues {
    @_lifetime(copy self)
    get {
      ReadValues(
        FieldBytes(fields.suffix(from: 16), isSwapped: fields.isSwapped), format: format)
    }
  }
}
