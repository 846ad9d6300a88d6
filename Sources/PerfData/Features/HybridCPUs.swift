/// The CPUs of one kind of core.
public struct HybridCPUs: Hashable, Sendable {
  /// The name of the PMU of this kind of core.
  public let pmu: String
  /// The list of the CPUs.
  public let cpus: String
}
