/// What a PMU is able to do, as sysfs tells it.
public struct PMUCapabilities: Hashable, Sendable {
  /// A capability and its value.
  public struct Entry: Hashable, Sendable {
    /// The name of the capability.
    public let name: String
    /// The value.
    public let value: String

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - name: The name of the capability.
    ///   - value: The value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The name of the PMU; empty for the one of the CPU.
  public let pmu: String
  /// The capabilities.
  public let entries: [Entry]

  /// The value of a capability; nothing when the PMU lacks it.
  public subscript(_ name: String) -> String? {
    entries.first { $0.name == name }?.value
  }

  /// The number of bits of a counter of branches.
  public var branchCounterWidth: Int? { self["branch_counter_width"].flatMap { Int($0) } }
  /// The number of counters of branches.
  public var branchCounterCount: Int? { self["branch_counter_nr"].flatMap { Int($0) } }

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - pmu: The name of the PMU; empty for the one of the CPU.
  ///   - entries: The capabilities.
  public init(pmu: String, entries: [Entry]) {
    self.pmu = pmu
    self.entries = entries
  }
}
