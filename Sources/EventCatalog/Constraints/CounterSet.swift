/// Counters of a PMU by their numbers, from 0 to 63.
public struct CounterSet: OptionSet, Hashable, Sendable {
  /// The set as bits: bit 3 is counter 3.
  public var rawValue: UInt64

  /// Creates a set from bits.
  ///
  /// - Parameter rawValue: The set as bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Creates the set of one counter.
  ///
  /// - Parameter counter: The counter's number; of a number outside of 0 to 63 the
  ///   set is empty.
  public init(counter: Int) {
    self.rawValue = (0..<64).contains(counter) ? 1 << UInt64(counter) : 0
  }

  /// The numbers in ascending order.
  public var counters: [Int] {
    (0..<64).filter { rawValue & 1 << UInt64($0) != 0 }
  }

  /// How many counters there are in the set.
  public var count: Int { rawValue.nonzeroBitCount }
}
