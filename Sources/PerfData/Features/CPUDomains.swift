/// The scheduling domains of a CPU, from the smallest on.
public struct CPUDomains: Hashable, Sendable {
  /// A scheduling domain.
  public struct Domain: Hashable, Sendable {
    /// The number of the domain.
    public let number: UInt32
    /// The name; empty where the kernel is older than version 17 of its statistics.
    public let name: String
    /// The CPUs as a mask of hexadecimal digits.
    public let cpuMask: String
    /// The list of the CPUs.
    public let cpus: String
  }

  /// The number of the CPU.
  public let cpu: UInt32
  /// The domains.
  public let domains: [Domain]
}
