internal import CPerfEvent

/// A request to the kernel about an open event.
public struct ControlRequest: RawRepresentable, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }
}

extension ControlRequest {
  /// Starts counting.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_ENABLE`.
  public static var enable: Self { Self(rawValue: CPERF_IOC_ENABLE) }

  /// Stops counting.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_DISABLE`.
  public static var disable: Self { Self(rawValue: CPERF_IOC_DISABLE) }

  /// Enables a sampling event for a number of overflows.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_REFRESH`.
  public static var refresh: Self { Self(rawValue: CPERF_IOC_REFRESH) }

  /// Sets the count, but not the times, to zero.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_RESET`.
  public static var reset: Self { Self(rawValue: CPERF_IOC_RESET) }

  /// Changes the sample period.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_PERIOD`.
  public static var setPeriod: Self { Self(rawValue: CPERF_IOC_PERIOD) }

  /// Sends samples to the ring buffer of another event.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_OUTPUT`.
  public static var setOutput: Self { Self(rawValue: CPERF_IOC_SET_OUTPUT) }

  /// Sets a filter in the kernel's text form.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_FILTER`.
  public static var setFilter: Self { Self(rawValue: CPERF_IOC_SET_FILTER) }

  /// Returns the event's identifier.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_ID`.
  public static var id: Self { Self(rawValue: CPERF_IOC_ID) }

  /// Runs a BPF program at each event.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_BPF`.
  public static var setBPF: Self { Self(rawValue: CPERF_IOC_SET_BPF) }

  /// Pauses or resumes the ring buffer.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_PAUSE_OUTPUT`.
  public static var pauseOutput: Self { Self(rawValue: CPERF_IOC_PAUSE_OUTPUT) }

  /// Lists the BPF programs of a tracepoint.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_QUERY_BPF`.
  public static var queryBPF: Self { Self(rawValue: CPERF_IOC_QUERY_BPF) }

  /// Changes the attributes of a breakpoint.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_MODIFY_ATTRIBUTES`.
  public static var modifyAttributes: Self { Self(rawValue: CPERF_IOC_MODIFY_ATTRIBUTES) }
}
