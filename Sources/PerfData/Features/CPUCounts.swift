/// The numbers of CPUs of the machine.
public struct CPUCounts: Hashable, Sendable {
  /// The CPUs that the machine has.
  public let available: UInt32
  /// The CPUs that were online.
  public let online: UInt32
}
