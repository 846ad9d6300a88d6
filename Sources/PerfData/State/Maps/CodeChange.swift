/// A change that the kernel made to its own code while it ran.
///
/// Whoever decodes instructions applies those up to the time of a trace.
public struct CodeChange: Hashable, Sendable {
  /// The time in nanoseconds.
  public let time: UInt64
  /// The address of the first byte.
  public let address: UInt64
  /// The bytes before the change; empty for code that was added.
  public let oldBytes: [UInt8]
  /// The bytes behind the change; empty for code that was taken away.
  public let newBytes: [UInt8]
}
