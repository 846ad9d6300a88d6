/// What an event needs to be counted.
public struct CounterRequirement: Hashable, Sendable {
  /// The programmable counters that can hold the event, a bit each.
  public var counters: UInt64
  /// The fixed counters that can hold the event, a bit each.
  ///
  /// They are taken before programmable ones, so that those stay free for others.
  public var fixedCounters: UInt64
  /// A register that the event shares with others, and what it puts there.
  ///
  /// Events with different values of one register cannot be counted at the same time.
  public var register: SharedRegister?

  /// A register and its value.
  public struct SharedRegister: Hashable, Sendable {
    /// The register's number, below 64.
    public var number: Int
    /// What the event puts into the register.
    public var value: UInt64

    /// Creates a register with a value.
    ///
    /// - Parameters:
    ///   - number: The register's number, below 64.
    ///   - value: What the event puts into the register.
    public init(number: Int, value: UInt64) {
      self.number = number
      self.value = value
    }
  }

  /// Creates a requirement.
  ///
  /// - Parameters:
  ///   - counters: The programmable counters that can hold the event, a bit each.
  ///   - fixedCounters: The fixed counters that can hold it, a bit each.
  ///   - register: A register that the event shares with others.
  public init(
    counters: UInt64, fixedCounters: UInt64 = 0, register: SharedRegister? = nil
  ) {
    self.counters = counters
    self.fixedCounters = fixedCounters
    self.register = register
  }

  /// Any programmable counter of the PMU.
  public static var anyCounter: CounterRequirement { CounterRequirement(counters: .max) }
}
