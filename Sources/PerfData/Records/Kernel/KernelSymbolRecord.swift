/// A kernel symbol came or went.
///
/// The corresponding C constant is `PERF_RECORD_KSYMBOL`.
@frozen
public struct KernelSymbolRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The address of the symbol.
  @inlinable
  public var address: UInt64 { fields.uint64(8) }

  /// The number of bytes.
  @inlinable
  public var length: UInt32 { fields.uint32(16) }

  /// The kind of symbol: 1 a BPF program, 2 code out of line.
  @inlinable
  public var symbolType: UInt16 { fields.uint16(20) }

  /// The flags; bit 0 is set when the symbol went.
  @inlinable
  public var symbolFlags: UInt16 { fields.uint16(22) }

  /// The name of the symbol as bytes, which need not be UTF-8.
  @inlinable
  public var nameBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 24) }
  }

  /// The name of the symbol, with replacement characters for bytes that are not UTF-8.
  public var name: String { String(nulTerminated: nameBytes) }
}
