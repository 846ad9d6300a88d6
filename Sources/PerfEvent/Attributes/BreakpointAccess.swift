internal import CPerfEvent

/// The accesses that a breakpoint event counts.
///
/// The corresponding C constants are `HW_BREAKPOINT_*`.
public struct BreakpointAccess: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt32

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Reads of the address.
  ///
  /// The corresponding C constant is `HW_BREAKPOINT_R`.
  public static var read: Self { Self(rawValue: CPERF_BREAKPOINT_R) }

  /// Writes to the address.
  ///
  /// The corresponding C constant is `HW_BREAKPOINT_W`.
  public static var write: Self { Self(rawValue: CPERF_BREAKPOINT_W) }

  /// Executions of the instruction at the address.
  ///
  /// The corresponding C constant is `HW_BREAKPOINT_X`.
  public static var execute: Self { Self(rawValue: CPERF_BREAKPOINT_X) }
}
