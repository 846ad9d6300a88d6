/// New data stand in the AUX area.
///
/// The corresponding C constant is `PERF_RECORD_AUX`.
@frozen
public struct AuxRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The offset of the data in the AUX area.
  @inlinable
  public var auxOffset: UInt64 { fields.uint64(8) }

  /// The number of bytes.
  @inlinable
  public var auxSize: UInt64 { fields.uint64(16) }

  /// The flags of the data.
  ///
  /// Bit 0 is truncated, 1 overwritten, 2 with gaps, 3 collided; bits 8 to 15 are a
  /// format of the PMU. The corresponding C constants begin with `PERF_AUX_FLAG_`.
  @inlinable
  public var auxFlags: UInt64 { fields.uint64(24) }
}
