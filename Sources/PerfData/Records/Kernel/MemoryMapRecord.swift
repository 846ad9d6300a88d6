/// A mapping that can be executed came into being.
///
/// The corresponding C constant is `PERF_RECORD_MMAP`.
@frozen
public struct MemoryMapRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The first address of the mapping.
  @inlinable
  public var address: UInt64 { fields.uint64(16) }

  /// The number of bytes that are mapped.
  @inlinable
  public var length: UInt64 { fields.uint64(24) }

  /// The offset in the file of the first byte.
  ///
  /// For the kernel it is the address of its first symbol. The corresponding C
  /// field is `pgoff`.
  @inlinable
  public var fileOffset: UInt64 { fields.uint64(32) }

  /// The path of the mapped file, or a name in brackets as bytes, which need not be UTF-8.
  @inlinable
  public var pathBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 40) }
  }

  /// The path of the mapped file, or a name in brackets, with replacement characters for bytes that are not UTF-8.
  public var path: String { String(nulTerminated: pathBytes) }
}
