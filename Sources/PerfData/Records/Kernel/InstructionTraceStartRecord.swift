/// An instruction trace began.
///
/// The corresponding C constant is `PERF_RECORD_ITRACE_START`.
@frozen
public struct InstructionTraceStartRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }
}
