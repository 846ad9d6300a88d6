/// How many counters a kind of PMU has.
public struct CounterCounts: Hashable, Sendable {
  /// The number of counters that can be programmed, if it is known.
  public var programmable: Int?
  /// The number of counters of one fixed event each, if it is known.
  public var fixed: Int?

  /// Creates numbers.
  ///
  /// - Parameters:
  ///   - programmable: The number of counters that can be programmed.
  ///   - fixed: The number of counters of one fixed event each.
  public init(programmable: Int?, fixed: Int?) {
    self.programmable = programmable
    self.fixed = fixed
  }
}
