/// A count that was recorded.
///
/// The corresponding C constant is `PERF_RECORD_STAT`.
@frozen
public struct StatRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The identifier of the event.
  @inlinable
  public var identifier: UInt64 { fields.uint64(8) }

  /// The position of the CPU, or all bits.
  @inlinable
  public var cpu: UInt32 { fields.uint32(16) }

  /// The position of the thread.
  @inlinable
  public var thread: UInt32 { fields.uint32(20) }

  /// The running total.
  @inlinable
  public var value: UInt64 { fields.uint64(24) }

  /// The nanoseconds for which the event was enabled.
  @inlinable
  public var timeEnabled: UInt64 { fields.uint64(32) }

  /// The nanoseconds for which the event was counted.
  @inlinable
  public var timeRunning: UInt64 { fields.uint64(40) }
}
