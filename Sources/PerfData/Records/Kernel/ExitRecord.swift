/// A thread ended.
///
/// The corresponding C constant is `PERF_RECORD_EXIT`.
@frozen
public struct ExitRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread that ended.
  @inlinable
  public var thread: ThreadID { ThreadID(process: fields.int32(8), thread: fields.int32(16)) }

  /// The process and thread that made it.
  @inlinable
  public var parent: ThreadID { ThreadID(process: fields.int32(12), thread: fields.int32(20)) }

  /// The time in nanoseconds.
  @inlinable
  public var time: UInt64 { fields.uint64(24) }
}
