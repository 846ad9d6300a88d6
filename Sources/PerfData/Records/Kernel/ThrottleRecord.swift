/// An event that came too often was paused, or goes on.
///
/// The corresponding C constant is `PERF_RECORD_THROTTLE`.
@frozen
public struct ThrottleRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The time in nanoseconds.
  @inlinable
  public var time: UInt64 { fields.uint64(8) }

  /// The identifier of the event.
  @inlinable
  public var identifier: UInt64 { fields.uint64(16) }

  /// The identifier of the one event, of the group or inherited.
  @inlinable
  public var streamID: UInt64 { fields.uint64(24) }
}
