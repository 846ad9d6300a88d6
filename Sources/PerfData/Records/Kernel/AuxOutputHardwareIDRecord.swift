/// A hardware identifier of the AUX output.
///
/// The corresponding C constant is `PERF_RECORD_AUX_OUTPUT_HW_ID`.
@frozen
public struct AuxOutputHardwareIDRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The identifier.
  @inlinable
  public var hardwareID: UInt64 { fields.uint64(8) }
}
