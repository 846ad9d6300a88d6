/// The relation between the cycles of the CPU and time.
///
/// The corresponding C constant is `PERF_RECORD_TIME_CONV`.
@frozen
public struct TimeConversionRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The shift of the cycles.
  @inlinable
  public var shift: UInt64 { fields.uint64(8) }

  /// The multiplier.
  @inlinable
  public var multiplier: UInt64 { fields.uint64(16) }

  /// The nanoseconds at cycle 0.
  @inlinable
  public var zero: UInt64 { fields.uint64(24) }
}
