/// The median ratio of values that were measured in pairs, with a
/// distribution-free confidence interval.
///
/// Made for interleaved rounds of two programs A and B: what changes slowly, such
/// as temperature or the load of the machine, hits both halves of a round and
/// cancels in its ratio. The interval is that of the sign test; it assumes
/// independent rounds and nothing else. Exchanging A and B inverts the result.
public struct PairedRatio: Hashable, Sendable {
  /// The ratio of each pair, in the order of the pairs.
  public let ratios: [Double]

  /// The median ratio; for an even number of pairs the geometric middle of the
  /// two central ones.
  public let median: Double

  /// The confidence interval of the median ratio.
  public let interval: QuantileInterval<Double>

  /// The number of pairs whose ratio is below 1.
  public let countBelowOne: Int

  /// The number of pairs whose ratio is above 1.
  public let countAboveOne: Int

  /// Creates the ratio of two series of floating-point numbers.
  ///
  /// - Parameters:
  ///   - numerators: The values of A, all greater than 0.
  ///   - denominators: The values of B, all greater than 0, in the same order of
  ///     rounds.
  ///   - level: The least confidence of the interval, between 0 and 1.
  /// - Throws: ``StatsError`` when there are no pairs, the series differ in
  ///   length, or a value or ratio is not a finite number above 0.
  /// - Complexity: O(*n*)
  public init(
    of numerators: [Double], over denominators: [Double], level: Double = 0.95
  ) throws(StatsError) {
    guard numerators.count == denominators.count else {
      throw .unequalCounts(first: numerators.count, second: denominators.count)
    }
    try Self.checkPositive(numerators)
    try Self.checkPositive(denominators)
    try self.init(ratios: zip(numerators, denominators).map { $0 / $1 }, level: level)
  }

  /// Creates the ratio of two series of counts.
  ///
  /// - Parameters:
  ///   - numerators: The counts of A, none of them 0.
  ///   - denominators: The counts of B, none of them 0, in the same order of
  ///     rounds.
  ///   - level: The least confidence of the interval, between 0 and 1.
  /// - Throws: ``StatsError`` when there are no pairs, the series differ in
  ///   length, or a count is 0.
  /// - Complexity: O(*n*)
  public init(
    of numerators: [UInt64], over denominators: [UInt64], level: Double = 0.95
  ) throws(StatsError) {
    try self.init(
      of: numerators.map { Double($0) }, over: denominators.map { Double($0) }, level: level)
  }

  private init(ratios: [Double], level: Double) throws(StatsError) {
    try Self.checkPositive(ratios)
    let sample = try Sample(ratios)
    let sorted = sample.sortedValues
    let lower = sorted[(sorted.count - 1) / 2]
    let upper = sorted[sorted.count / 2]
    self.ratios = ratios
    let product = lower * upper
    median =
      lower == upper
      ? lower
      : product.isNormal ? product.squareRoot() : lower.squareRoot() * upper.squareRoot()
    interval = try sample.medianInterval(level: level)
    countBelowOne = ratios.count { $0 < 1 }
    countAboveOne = ratios.count { $0 > 1 }
  }

  private static func checkPositive(_ values: [Double]) throws(StatsError) {
    for (index, value) in values.enumerated() {
      guard value.isFinite else { throw .notFinite(index: index, value: value) }
      guard value > 0 else { throw .notPositive(index: index, value: value) }
    }
  }
}

extension PairedRatio: CustomStringConvertible {
  /// The median ratio, its interval and the number of pairs.
  public var description: String { "\(median) \(interval), \(ratios.count) pairs" }
}
