/// What a PMU is able to do, as sysfs tells it.
public struct PMUCapabilities: Hashable, Sendable {
  /// A capability and its value.
  public struct Entry: Hashable, Sendable {
    /// The name of the capability.
    public let name: String
    /// The value.
    public let value: String
  }

  /// The name of the PMU; empty for the one of the CPU.
  public let pmu: String
  /// The capabilities.
  public let entries: [Entry]
}
