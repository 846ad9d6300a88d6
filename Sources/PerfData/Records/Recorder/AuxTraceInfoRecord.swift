/// The kind of the data in the AUX area.
///
/// The corresponding C constant is `PERF_RECORD_AUXTRACE_INFO`.
@frozen
public struct AuxTraceInfoRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind: 1 Intel PT, 2 BTS, 3 CoreSight, 4 SPE, 5 s390, 6 HiSilicon PTT, 7 VPA DTL.
  @inlinable
  public var auxType: UInt32 { fields.uint32(8) }

  /// The parameters as numbers of eight bytes.
  @inlinable
  public var parameterWords: UInt64View {
    @_lifetime(copy self)
    get { fields.words(16, count: (fields.count - 16) / 8) }
  }

  /// Parameters that the kind defines, as bytes.
  @inlinable
  public var parameters: RawSpan {
    @_lifetime(copy self)
    get { fields.suffix(from: 16) }
  }
}
