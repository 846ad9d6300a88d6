/// The symbols of the kernel as text.
///
/// Android's recorder, simpleperf, writes it.
/// The corresponding C constant is `SIMPLE_PERF_RECORD_KERNEL_SYMBOL`.
@frozen
public struct SimpleperfKernelSymbolsRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The contents of the kernel's file of symbols.
  @inlinable
  public var text: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(12, Int(fields.uint32(8))) }
  }
}
