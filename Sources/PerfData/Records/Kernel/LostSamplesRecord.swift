/// Samples of the event were lost.
///
/// The corresponding C constant is `PERF_RECORD_LOST_SAMPLES`.
@frozen
public struct LostSamplesRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of samples.
  ///
  /// Newer recorders write at their end how many each event lost in all; those are
  /// the same that records of the kind lost tell.
  @inlinable
  public var count: UInt64 { fields.uint64(8) }
}
