/// How much a counter went on between two readings.
@frozen
public struct CounterDelta: Hashable, Sendable {
  /// What became of the counter since its reading before.
  public enum Change: Hashable, Sendable {
    /// There was none before.
    case first
    /// It went on, or stood.
    case advanced
    /// It is less than before although time went on, as after a reset.
    case restarted
    /// The reading is from before the last one that was applied.
    case late
  }

  /// The identifier of the counter, where the reading has it.
  public let identifier: UInt64?
  /// The position in ``PerfDataFile/events`` of its event, or -1 where it is not known.
  public let eventIndex: Int
  /// The reading, a running total.
  public let value: UInt64
  /// What became of the counter.
  public let change: Change
  /// The count since the reading before.
  ///
  /// For the first reading and behind a restart it is the reading itself, and 0
  /// for a late one, whose count the later reading had in it already.
  public let delta: UInt64
}
