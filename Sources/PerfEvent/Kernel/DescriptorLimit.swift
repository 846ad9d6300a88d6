/// The limits on the number of open descriptors of a process.
public struct DescriptorLimit: Hashable, Sendable {
  /// The limit in force.
  public var soft: UInt64
  /// The limit up to which the process may raise the one in force.
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
}
