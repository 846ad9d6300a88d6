/// The times of the first and the last sample, in nanoseconds.
public struct SampleTimes: Hashable, Sendable {
  /// The time of the first sample.
  public let first: UInt64
  /// The time of the last sample.
  public let last: UInt64

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - first: The time of the first sample.
  ///   - last: The time of the last sample.
  public init(first: UInt64, last: UInt64) {
    self.first = first
    self.last = last
  }
}
