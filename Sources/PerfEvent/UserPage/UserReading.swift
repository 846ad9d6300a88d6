/// A count that was read without a system call.
public struct UserReading: Hashable, Sendable {
  /// The number of events since the event was opened.
  ///
  /// Exact while ``isOnCounter``; otherwise what was counted until the event last
  /// left its counter.
  public var value: UInt64
  /// The nanoseconds for which the event was enabled.
  public var timeEnabled: UInt64
  /// The nanoseconds for which the event was counted.
  public var timeRunning: UInt64
  /// Whether the event was on a counter when it was read.
  public var isOnCounter: Bool
}
