/// The scheduling domains of a machine.
public struct CPUDomainTopology: Hashable, Sendable {
  /// The version of the kernel's file of scheduler statistics.
  public let version: UInt32
  /// The number of domains that a CPU may have.
  public let domainCount: UInt32
  /// The CPUs that were online.
  public let cpus: [CPUDomains]
}
