/// The build identifier of a file.
///
/// The corresponding C constant is `PERF_RECORD_HEADER_BUILD_ID`.
@frozen
public struct BuildIDRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes
  @usableFromInline let flags: RecordFlags

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, flags: RecordFlags) {
    self.fields = fields
    self.flags = flags
  }

  /// The process of a guest, or -1.
  @inlinable
  public var process: Int32 { fields.int32(8) }

  /// The bytes that identify the contents of the file.
  @inlinable
  public var buildID: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(12, flags.contains(.buildIDSize) ? min(Int(fields.uint8(32)), 20) : 20) }
  }

  /// The path of the file, or a name in brackets as bytes, which need not be UTF-8.
  @inlinable
  public var pathBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 36) }
  }

  /// The path of the file, or a name in brackets, with replacement characters for bytes that are not UTF-8.
  public var path: String { String(nulTerminated: pathBytes) }
}
