/// Records were lost because the buffer was full.
///
/// The corresponding C constant is `PERF_RECORD_LOST`.
@frozen
public struct LostRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The identifier of the event.
  @inlinable
  public var identifier: UInt64 { fields.uint64(8) }

  /// The number of records.
  @inlinable
  public var count: UInt64 { fields.uint64(16) }
}
