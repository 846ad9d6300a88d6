/// A piece of the stream of compressed records.
///
/// The reader unpacks it and hands out the records that it holds behind it.
/// The corresponding C constant is `PERF_RECORD_COMPRESSED` or `PERF_RECORD_COMPRESSED2`.
@frozen
public struct CompressedRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes
  /// Whether the record tells the number of bytes, since it is padded.
  @usableFromInline let hasCount: Bool

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, hasCount: Bool) {
    self.fields = fields
    self.hasCount = hasCount
  }

  /// The compressed bytes: a piece of one endless stream, not complete in itself.
  @inlinable
  public var data: RawSpan {
    @_lifetime(copy self)
    get {
      hasCount
        ? fields.slice(16, Int(truncatingIfNeeded: fields.uint64(8))) : fields.suffix(from: 8)
    }
  }
}
