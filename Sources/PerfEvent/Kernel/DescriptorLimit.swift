/// The limits on the number of open descriptors of a process.
public struct DescriptorLimit: Hashable, Sendable {
  /// The limit in force.
  public var soft: UInt64
  /// The limit up to which the process may raise the one in force.
  ///
  /// All bits set, the kernel's `RLIM_INFINITY`, mean that there is no such limit.
  public var hard: UInt64

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - soft: The limit in force.
  ///   - hard: The limit up to which the process may raise the one in force.
  public init(soft: UInt64, hard: UInt64) {
    self.soft = soft
    self.hard = hard
  }

  /// Whether the process may raise the limit in force without end.
  public var isHardUnlimited: Bool { hard == .max }
}
