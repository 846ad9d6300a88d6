/// The mode in which a CPU ran.
///
/// The corresponding C constants begin with `PERF_RECORD_MISC_`.
@frozen
public struct CPUMode: RawRepresentable, Hashable, Sendable {
  /// The lowest three bits of the flags of a record.
  public let rawValue: UInt8

  /// Creates a mode from its number.
  ///
  /// - Parameter rawValue: The lowest three bits of the flags of a record.
  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A mode that the kernel did not tell.
  @inlinable
  public static var unknown: CPUMode { CPUMode(rawValue: 0) }
  /// The kernel.
  @inlinable
  public static var kernel: CPUMode { CPUMode(rawValue: 1) }
  /// A program.
  @inlinable
  public static var user: CPUMode { CPUMode(rawValue: 2) }
  /// The hypervisor.
  @inlinable
  public static var hypervisor: CPUMode { CPUMode(rawValue: 3) }
  /// The kernel of a guest.
  @inlinable
  public static var guestKernel: CPUMode { CPUMode(rawValue: 4) }
  /// A program of a guest.
  @inlinable
  public static var guestUser: CPUMode { CPUMode(rawValue: 5) }
}

extension CPUMode: CustomStringConvertible {
  /// The mode in words.
  public var description: String {
    switch rawValue {
    case 0: "unknown"
    case 1: "kernel"
    case 2: "user"
    case 3: "hypervisor"
    case 4: "guest kernel"
    case 5: "guest user"
    default: "mode \(rawValue)"
    }
  }
}
