/// The times of the first and the last sample, in nanoseconds.
public struct SampleTimes: Hashable, Sendable {
  /// The time of the first sample.
  public let first: UInt64
  /// The time of the last sample.
  public let last: UInt64
}
