/// The time of the wall clock beside that of the records, at one moment.
public struct ClockData: Hashable, Sendable {
  /// The number of the clock of the records.
  public let clockID: UInt32
  /// The nanoseconds of the wall clock since 1970.
  public let wallClock: UInt64
  /// The nanoseconds of the clock of the records.
  public let clock: UInt64

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - clockID: The number of the clock of the records.
  ///   - wallClock: The nanoseconds of the wall clock since 1970.
  ///   - clock: The nanoseconds of the clock of the records.
  public init(clockID: UInt32, wallClock: UInt64, clock: UInt64) {
    self.clockID = clockID
    self.wallClock = wallClock
    self.clock = clock
  }
}
