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
  @inlinable
  public var auxFlags: Flags { Flags(rawValue: fields.uint64(24)) }
}
