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

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - number: The number of the node.
  ///   - totalKilobytes: The size of its memory in kilobytes of 1024 bytes.
  ///   - freeKilobytes: The part that was free, in kilobytes of 1024 bytes.
  ///   - cpus: The list of its CPUs.
  public init(number: UInt32, totalKilobytes: UInt64, freeKilobytes: UInt64, cpus: String) {
    self.number = number
    self.totalKilobytes = totalKilobytes
    self.freeKilobytes = freeKilobytes
    self.cpus = cpus
  }
}
