/// The numbers of CPUs of the machine.
public struct CPUCounts: Hashable, Sendable {
  /// The CPUs that the machine has.
  public let available: UInt32
  /// The CPUs that were online.
  public let online: UInt32

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - available: The CPUs that the machine has.
  ///   - online: The CPUs that were online.
  public init(available: UInt32, online: UInt32) {
    self.available = available
    self.online = online
  }
}
