/// A cache and the CPUs that share it.
public struct CPUCache: Hashable, Sendable {
  /// The level, from 1.
  public let level: UInt32
  /// The size of a line in bytes.
  public let lineSize: UInt32
  /// The number of sets.
  public let sets: UInt32
  /// The number of ways.
  public let ways: UInt32
  /// The kind: data, instruction or unified.
  public let type: String
  /// The size, with its unit.
  public let size: String
  /// The list of the CPUs.
  public let cpus: String
}
