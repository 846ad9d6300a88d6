internal import CPerfEvent

/// The values that a read of an event returns beside its count.
///
/// The corresponding C type is `perf_event_read_format`.
public struct ReadFormat: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The nanoseconds for which the event was enabled.
  ///
  /// The corresponding C constant is `PERF_FORMAT_TOTAL_TIME_ENABLED`.
  public static var timeEnabled: Self { Self(rawValue: CPERF_FORMAT_TOTAL_TIME_ENABLED) }

  /// The nanoseconds for which the event was counted.
  ///
  /// The corresponding C constant is `PERF_FORMAT_TOTAL_TIME_RUNNING`.
  public static var timeRunning: Self { Self(rawValue: CPERF_FORMAT_TOTAL_TIME_RUNNING) }

  /// The event's identifier.
  ///
  /// The corresponding C constant is `PERF_FORMAT_ID`.
  public static var id: Self { Self(rawValue: CPERF_FORMAT_ID) }

  /// The counts of all members of the group.
  ///
  /// The corresponding C constant is `PERF_FORMAT_GROUP`.
  public static var group: Self { Self(rawValue: CPERF_FORMAT_GROUP) }

  /// The number of samples that were lost; since Linux 6.0.
  ///
  /// The corresponding C constant is `PERF_FORMAT_LOST`.
  public static var lost: Self { Self(rawValue: CPERF_FORMAT_LOST) }
}
