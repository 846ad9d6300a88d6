internal import CPerfEvent

/// What an event that is waited for has to tell.
public struct EventReadiness: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: Int16

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: Int16) {
    self.rawValue = rawValue
  }

  /// Records were written into the ring buffer since the last look.
  ///
  /// The corresponding C constant is `POLLIN`.
  public static var records: Self { Self(rawValue: CPERF_POLL_IN) }

  /// The event was pinned and lost its counter, or its PMU is gone.
  ///
  /// The corresponding C constant is `POLLERR`.
  public static var failed: Self { Self(rawValue: CPERF_POLL_ERR) }

  /// The task that the event watches has ended, with all that inherited it.
  ///
  /// An event without ring buffer tells this always.
  ///
  /// The corresponding C constant is `POLLHUP`.
  public static var ended: Self { Self(rawValue: CPERF_POLL_HUP) }

  /// The descriptor is not open.
  ///
  /// The corresponding C constant is `POLLNVAL`.
  public static var invalid: Self { Self(rawValue: CPERF_POLL_NVAL) }
}
