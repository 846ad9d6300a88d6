/// The end of a round of counts.
///
/// The corresponding C constant is `PERF_RECORD_STAT_ROUND`.
@frozen
public struct StatRoundRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of round: 0 an interval, 1 the last.
  @inlinable
  public var roundType: UInt64 { fields.uint64(8) }

  /// The time in nanoseconds.
  @inlinable
  public var time: UInt64 { fields.uint64(16) }
}
