/// A name that a thread took.
@frozen
public struct NameChange: Hashable, Sendable {
  /// The time in nanoseconds; 0 for a name from before the recording.
  public let time: UInt64
  /// The name.
  public let name: String
  /// Whether it came with a program that was executed.
  public let isExec: Bool
}
