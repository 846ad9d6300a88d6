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

  /// Whether the CPU is of the model that a formula names, as perf decides it.
  ///
  /// The main id register of an Arm CPU fits if it is of the same part and not of an
  /// older revision; any other CPU must be named exactly.
  func isCPU(_ text: String) -> Bool? {
    switch cpu {
    case nil: return nil
    case .arm64(let register):
      guard let wanted = NumberText.unsigned(text) else { return false }
      let revision: (UInt64) -> UInt64 = { $0 >> 16 & 0xf0 | $0 & 0xf }
      let part: UInt64 = ~0xf0_000f
      return wanted & part == register & part && revision(register) >= revision(wanted)
    case .x86(let vendor, let family, let model, let stepping):
      let hexadecimal = String(model, radix: 16, uppercase: true)
      let name: String = "\(vendor)-\(family)-\(hexadecimal)"
      guard let stepping else { return text == name }
      return text == name || text == "\(name)-\(String(stepping, radix: 16, uppercase: true))"
    case .riscv(let vendor, let architecture, let implementation):
      let parts: [String] = [vendor, architecture, implementation].map { String($0, radix: 16) }
      return text.lowercased() == parts.map { "0x\($0)" }.joined(separator: "-")
    case .other(let name): return text == name
    }
  }
}
