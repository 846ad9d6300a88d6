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

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - level: The level, from 1.
  ///   - lineSize: The size of a line in bytes.
  ///   - sets: The number of sets.
  ///   - ways: The number of ways.
  ///   - type: The kind: data, instruction or unified.
  ///   - size: The size, with its unit.
  ///   - cpus: The list of the CPUs.
  public init(
    level: UInt32, lineSize: UInt32, sets: UInt32, ways: UInt32, type: String, size: String,
    cpus: String
  ) {
    self.level = level
    self.lineSize = lineSize
    self.sets = sets
    self.ways = ways
    self.type = type
    self.size = size
    self.cpus = cpus
  }
}
