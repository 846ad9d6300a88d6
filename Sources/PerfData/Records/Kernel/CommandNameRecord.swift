/// A process or thread got a name.
///
/// The corresponding C constant is `PERF_RECORD_COMM`.
@frozen
public struct CommandNameRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The name, at most 15 bytes as bytes, which need not be UTF-8.
  @inlinable
  public var nameBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 16) }
  }

  /// The name, at most 15 bytes, with replacement characters for bytes that are not UTF-8.
  public var name: String { String(nulTerminated: nameBytes) }
}
