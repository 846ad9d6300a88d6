/// The counts of an event, or of all members of its group, to be written.
public struct CounterValues: Hashable, Sendable {
  /// The count of one event.
  public struct Value: Hashable, Sendable {
    /// The running total.
    public var value: UInt64
    /// The identifier of the event.
    public var identifier: UInt64
    /// The number of samples that were lost.
    public var lost: UInt64

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - value: The running total.
    ///   - identifier: The identifier of the event.
    ///   - lost: The number of samples that were lost.
    public init(value: UInt64, identifier: UInt64 = 0, lost: UInt64 = 0) {
      self.value = value
      self.identifier = identifier
      self.lost = lost
    }
  }

  /// The nanoseconds for which the events were enabled.
  public var timeEnabled: UInt64
  /// The nanoseconds for which the events were counted.
  public var timeRunning: UInt64
  /// The counts: one, or those of a group, the leader's first.
  public var values: [Value]

  /// Creates a value; an event that asks for less has less written.
  ///
  /// - Parameters:
  ///   - values: The counts: one, or those of a group, the leader's first.
  ///   - timeEnabled: The nanoseconds for which the events were enabled.
  ///   - timeRunning: The nanoseconds for which the events were counted.
  public init(_ values: [Value] = [], timeEnabled: UInt64 = 0, timeRunning: UInt64 = 0) {
    self.values = values
    self.timeEnabled = timeEnabled
    self.timeRunning = timeRunning
  }
}
