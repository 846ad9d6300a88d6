/// A group of events that were scheduled together.
public struct RecordedGroup: Hashable, Sendable {
  /// The name that the user gave; empty when there is none.
  public let name: String
  /// The position of the leader in ``PerfDataFile/events``.
  public let leader: Int
  /// The number of events, with the leader; the members follow it.
  public let count: Int

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - name: The name that the user gave; empty when there is none.
  ///   - leader: The position of the leader in ``PerfDataFile/events``.
  ///   - count: The number of events, with the leader; the members follow it.
  public init(name: String, leader: Int, count: Int) {
    self.name = name
    self.leader = leader
    self.count = count
  }
}
