/// The CPUs of one kind of core.
public struct HybridCPUs: Hashable, Sendable {
  /// The name of the PMU of this kind of core.
  public let pmu: String
  /// The list of the CPUs.
  public let cpus: String

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - pmu: The name of the PMU of this kind of core.
  ///   - cpus: The list of the CPUs.
  public init(pmu: String, cpus: String) {
    self.pmu = pmu
    self.cpus = cpus
  }
}
