internal import CPerfEvent

/// Options of opening an event.
public struct OpenFlags: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The group descriptor only names where samples go.
  ///
  /// The corresponding C constant is `PERF_FLAG_FD_NO_GROUP`.
  public static var noGroup: Self { Self(rawValue: CPERF_OPEN_FLAG_FD_NO_GROUP) }

  /// Samples go to the ring buffer of the group's leader.
  ///
  /// The corresponding C constant is `PERF_FLAG_FD_OUTPUT`.
  public static var output: Self { Self(rawValue: CPERF_OPEN_FLAG_FD_OUTPUT) }

  /// The process is the descriptor of a cgroup's folder.
  ///
  /// The corresponding C constant is `PERF_FLAG_PID_CGROUP`.
  public static var cgroup: Self { Self(rawValue: CPERF_OPEN_FLAG_PID_CGROUP) }

  /// The descriptor is closed when the process executes a new program.
  ///
  /// The corresponding C constant is `PERF_FLAG_FD_CLOEXEC`.
  public static var closeOnExec: Self { Self(rawValue: CPERF_OPEN_FLAG_FD_CLOEXEC) }
}
