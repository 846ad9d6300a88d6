public import PerfEvent

/// What a simulated machine consists of.
public struct SimulatedMachine: Sendable {
  /// The number of CPUs, at least 1.
  public var cpus: Int
  /// The hardware PMUs.
  ///
  /// Software events are always there.
  public var pmus: [SimulatedPMU]
  /// Which groups wait in one line for their counters.
  public var rules: SchedulingRules = .perPMU
  /// What the calling user may do.
  public var permissions: SimulatedPermissions = SimulatedPermissions()
  /// The nanoseconds that each call to the kernel takes.
  ///
  /// They pass before the call's work is done, on the CPU of the calling task.
  public var callDuration: UInt64 = 0
  /// The size in bytes of the attributes that the kernel knows.
  public var attributeSize: UInt32 = 136
  /// The limits on open descriptors.
  public var descriptorLimit: DescriptorLimit = DescriptorLimit(soft: 1024, hard: 4096)

  /// Creates a machine.
  ///
  /// - Parameters:
  ///   - cpus: The number of CPUs, at least 1.
  ///   - pmus: The hardware PMUs.
  public init(cpus: Int = 2, pmus: [SimulatedPMU] = [.core(counters: 4)]) {
    self.cpus = max(1, min(cpus, 4096))
    self.pmus = pmus
  }
}
