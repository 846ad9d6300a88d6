/// A symbol that samples hit.
///
/// Android's recorder, simpleperf, writes it.
/// The corresponding C constant is `SIMPLE_PERF_RECORD_SYMBOL`.
@frozen
public struct SimpleperfSymbolRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The address of the symbol, as its file has it.
  @inlinable
  public var address: UInt64 { fields.uint64(8) }

  /// The number of bytes.
  @inlinable
  public var length: UInt64 { fields.uint64(16) }

  /// The number of the file that has the symbol.
  @inlinable
  public var file: UInt64 { fields.uint64(24) }

  /// The name of the symbol as bytes, which need not be UTF-8.
  @inlinable
  public var nameBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 32) }
  }

  /// The name of the symbol, with replacement characters for bytes that are not UTF-8.
  public var name: String { String(nulTerminated: nameBytes) }
}
