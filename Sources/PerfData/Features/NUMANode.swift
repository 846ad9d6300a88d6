/// A memory node and its CPUs.
public struct NUMANode: Hashable, Sendable {
  /// The number of the node.
  public let number: UInt32
  /// The size of its memory in kilobytes of 1024 bytes.
  public let totalKilobytes: UInt64
  /// The part that was free, in kilobytes of 1024 bytes.
  public let freeKilobytes: UInt64
  /// The list of its CPUs.
  public let cpus: String
}
