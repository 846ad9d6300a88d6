/// A remark of the recorder.
///
/// Android's recorder, simpleperf, writes it.
/// The corresponding C constant is `SIMPLE_PERF_RECORD_DEBUG`.
@frozen
public struct SimpleperfDebugRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The time in nanoseconds.
  @inlinable
  public var time: UInt64 { fields.uint64(8) }

  /// The remark as bytes, which need not be UTF-8.
  @inlinable
  public var messageBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 16) }
  }

  /// The remark, with replacement characters for bytes that are not UTF-8.
  public var message: String { String(nulTerminated: messageBytes) }
}
