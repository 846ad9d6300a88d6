/// A file that samples hit.
///
/// Android's recorder, simpleperf, writes it.
/// The corresponding C constant is `SIMPLE_PERF_RECORD_DSO`.
@frozen
public struct SimpleperfFileRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of file.
  public var fileType: SimpleperfFile.Kind {
    SimpleperfFile.Kind(rawValue: UInt32(clamping: fields.uint64(8)))
  }

  /// The number by which symbols refer to the file.
  @inlinable
  public var identifier: UInt64 { fields.uint64(16) }

  /// The least address at which the file wants to be loaded.
  @inlinable
  public var minimumAddress: UInt64 { fields.uint64(24) }

  /// The path of the file as bytes, which need not be UTF-8.
  @inlinable
  public var pathBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 32) }
  }

  /// The path of the file, with replacement characters for bytes that are not UTF-8.
  public var path: String { String(nulTerminated: pathBytes) }
}
