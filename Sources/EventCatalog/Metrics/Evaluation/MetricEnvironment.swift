/// What formulas ask of a machine and of a measurement, apart from counts.
public struct MetricEnvironment: Hashable, Sendable {
  /// The values of literals by their names in lower case.
  private var values: [String: Double] = [:]
  /// How many instances of a PMU an event was counted on, for those where it is not 1.
  public var sourceCounts: [String: Double] = [:]
  /// How many counts are summed up in one, for those events where it is not 1.
  public var aggregateCounts: [String: Double] = [:]
  /// The events that the machine has, or nil for those that have counts.
  public var presentEvents: Set<String>?
  /// The model of CPU, with which formulas may compare others.
  public var cpu: CPUIdentifier?

  /// Creates an environment that knows nothing.
  public init() {}

  /// Creates an environment with values of literals.
  ///
  /// - Parameter values: The value of each literal that is known.
  public init(_ values: [MetricLiteral: Double]) {
    for (literal, value) in values { self[literal] = value }
  }

  /// The value of a literal, or nil if it is unknown.
  ///
  /// - Parameter literal: The literal.
  public subscript(_ literal: MetricLiteral) -> Double? {
    get { values[literal.key] }
    set { values[literal.key] = newValue }
  }

  /// Whether the CPU is of the model that a formula names.
  ///
  /// As in perf, the model is matched like a row of the kernel's list of CPUs.
  func isCPU(_ text: String) -> Bool? {
    cpu.map { CPUMatching.kernelRow(text, matches: $0) }
  }
}
