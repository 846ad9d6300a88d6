/// A value of the machine or of the measurement that a formula names.
///
/// Formulas of perf write it as `#smt_on`; the constants of other tools are literals
/// as well. Upper and lower case do not matter for its meaning.
public struct MetricLiteral: Hashable, Sendable {
  /// The name as a formula writes it, without the sign before it.
  public let name: String
  /// The name in lower case.
  let key: String

  /// Creates a literal.
  ///
  /// - Parameter name: The name, which formulas can hold if it consists of letters,
  ///   digits, underscores, dots and hyphens.
  public init(_ name: String) {
    self.name = name
    self.key = name.lowercased()
  }
}

extension MetricLiteral {
  /// Whether simultaneous multithreading is on, as 1 or 0.
  public static let smtOn = MetricLiteral("smt_on")
  /// Whether counts are of whole cores, as 1 or 0.
  public static let coreWide = MetricLiteral("core_wide")
  /// The number of CPUs that the machine can have.
  public static let cpus = MetricLiteral("num_cpus")
  /// The number of CPUs that are running.
  public static let onlineCPUs = MetricLiteral("num_cpus_online")
  /// The number of cores.
  public static let cores = MetricLiteral("num_cores")
  /// The number of dies.
  public static let dies = MetricLiteral("num_dies")
  /// The number of packages.
  public static let packages = MetricLiteral("num_packages")
  /// The number of operations that a core can start in a cycle, on Arm.
  public static let slots = MetricLiteral("slots")
  /// The frequency of the time-stamp counter in hertz.
  public static let timestampFrequency = MetricLiteral("system_tsc_freq")
  /// The number of the CPU that is measured.
  public static let targetCPU = MetricLiteral("target_cpu")
  /// Whether the machine has persistent memory, as 1 or 0.
  public static let hasPersistentMemory = MetricLiteral("has_pmem")

  /// The number of threads that share a core.
  public static let threadsPerCore = MetricLiteral("threads_per_core")
  /// The duration of the measurement in milliseconds.
  public static let durationInMilliseconds = MetricLiteral("duration_ms")
  /// The number of cache boxes in a package.
  public static let cacheBoxesPerPackage = MetricLiteral("chas_per_socket")
  /// The number of cores in a package.
  public static let coresPerPackage = MetricLiteral("cores_per_socket")
  /// The duration of the measurement in seconds.
  public static let durationInSeconds = MetricLiteral("duration_s")
  /// The duration of a cycle of the time-stamp counter in seconds.
  public static let secondsPerCycle = MetricLiteral("inverse_clock")
  /// The highest frequency of the processor in hertz.
  ///
  /// It is what `#` stands for in formulas of PAPI, which multiplies the megahertz that
  /// it knows of the processor by a million before it computes.
  public static let maximumClockFrequency = MetricLiteral("cpu_max_freq")
}

extension MetricLiteral: CustomStringConvertible {
  /// The literal as formulas of perf write it.
  public var description: String { "#\(name)" }
}
