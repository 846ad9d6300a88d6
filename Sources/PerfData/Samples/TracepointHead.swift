/// The fields with which the raw data of every tracepoint begin.
///
/// The format of an event calls them `common_type`, `common_flags`,
/// `common_preempt_count` and `common_pid`.
@frozen
public struct TracepointHead: Hashable, Sendable {
  /// The number of the tracepoint.
  public let type: UInt16
  /// The state of interrupts and of preemption, as the kernel's tracing numbers it.
  public let flags: UInt8
  /// The depth to which preemption was disabled.
  public let preemptCount: UInt8
  /// The number of the thread that was running.
  public let thread: Int32

  @inlinable
  init(_ fields: FieldBytes) {
    type = fields.uint16(0)
    flags = fields.uint8(2)
    preemptCount = fields.uint8(3)
    thread = fields.int32(4)
  }
}

extension Sample {
  /// The first fields of a tracepoint; nothing when the raw data are shorter.
  ///
  /// They mean something only in samples of tracepoints.
  @inlinable
  public var tracepointHead: TracepointHead? {
    guard let rawData, rawData.byteCount >= 8 else { return nil }
    return TracepointHead(FieldBytes(rawData, isSwapped: fields.isSwapped))
  }
}
