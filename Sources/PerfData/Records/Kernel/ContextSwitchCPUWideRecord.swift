/// A switch happened on a CPU.
///
/// The corresponding C constant is `PERF_RECORD_SWITCH_CPU_WIDE`.
@frozen
public struct ContextSwitchCPUWideRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The thread that ran next, or before when this is a switch onto the CPU.
  @inlinable
  public var otherThread: ThreadID { fields.thread(8) }
}
