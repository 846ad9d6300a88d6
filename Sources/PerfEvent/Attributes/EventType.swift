internal import CPerfEvent

/// The kind of an event, which decides what its configuration means.
///
/// Values beyond the named ones are PMUs of this machine, whose numbers stand in
/// `/sys/bus/event_source/devices/*/type`. The corresponding C type is
/// `perf_type_id`.
public struct EventType: RawRepresentable, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt32

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A hardware event under one of the kernel's generic names.
  ///
  /// The corresponding C constant is `PERF_TYPE_HARDWARE`.
  public static var hardware: Self { Self(rawValue: CPERF_TYPE_HARDWARE) }

  /// An event that the kernel itself counts.
  ///
  /// The corresponding C constant is `PERF_TYPE_SOFTWARE`.
  public static var software: Self { Self(rawValue: CPERF_TYPE_SOFTWARE) }

  /// A tracepoint of the kernel; the configuration is its number.
  ///
  /// The corresponding C constant is `PERF_TYPE_TRACEPOINT`.
  public static var tracepoint: Self { Self(rawValue: CPERF_TYPE_TRACEPOINT) }

  /// A cache event, named by cache, operation and result.
  ///
  /// The corresponding C constant is `PERF_TYPE_HW_CACHE`.
  public static var hardwareCache: Self { Self(rawValue: CPERF_TYPE_HW_CACHE) }

  /// A code of the CPU's own PMU.
  ///
  /// The corresponding C constant is `PERF_TYPE_RAW`.
  public static var raw: Self { Self(rawValue: CPERF_TYPE_RAW) }

  /// A hardware breakpoint.
  ///
  /// The corresponding C constant is `PERF_TYPE_BREAKPOINT`.
  public static var breakpoint: Self { Self(rawValue: CPERF_TYPE_BREAKPOINT) }
}
