/// What stands behind the fields of a kernel's record: when and where it was written.
///
/// A record gets those members that its event's samples have too.
public struct RecordTrailer: Hashable, Sendable {
  /// The thread that was running.
  public var thread: ThreadID
  /// The time in nanoseconds.
  public var time: UInt64
  /// The identifier that leads to the event; nothing takes the event's first one.
  public var identifier: UInt64?
  /// The identifier of the one event, of the group or inherited.
  public var streamID: UInt64
  /// The number of the CPU.
  public var cpu: UInt32

  /// Creates a trailer.
  ///
  /// - Parameters:
  ///   - thread: The thread that was running.
  ///   - time: The time in nanoseconds.
  ///   - identifier: The identifier that leads to the event.
  ///   - streamID: The identifier of the one event.
  ///   - cpu: The number of the CPU.
  public init(
    thread: ThreadID = ThreadID(process: 0, thread: 0), time: UInt64 = 0,
    identifier: UInt64? = nil, streamID: UInt64 = 0, cpu: UInt32 = 0
  ) {
    self.thread = thread
    self.time = time
    self.identifier = identifier
    self.streamID = streamID
    self.cpu = cpu
  }

  /// The zeros with which a recorder ends what it makes up itself.
  public static let synthesized: RecordTrailer = RecordTrailer(identifier: 0)
}
