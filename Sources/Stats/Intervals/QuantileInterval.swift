/// A range that contains a quantile of the distribution that was sampled, with
/// known confidence.
///
/// The ends are values of the sample, chosen by rank alone: nothing is assumed
/// about the distribution, only that values are independent draws from it. For
/// distributions that are not continuous the confidence is at least
/// ``coverage``. An end is missing when the sample is too small to bound the
/// quantile on that side.
public struct QuantileInterval<Value: SampleValue>: Hashable, Sendable {
  /// The probability that belongs to the quantile, 0.5 for the median.
  public let probability: Double

  /// The confidence that was asked for.
  public let level: Double

  /// The confidence that the interval has.
  ///
  /// It is the probability that so many of the draws fall below the quantile as
  /// the ranks say. Ranks come in steps, so it exceeds ``level``.
  public let coverage: Double

  /// The lower end, missing when the sample does not bound the quantile below.
  public let lower: Value?

  /// The upper end, missing when the sample does not bound the quantile above.
  public let upper: Value?

  /// The 1-based rank of the lower end, 0 when that is missing.
  public let lowerRank: Int

  /// The 1-based rank of the upper end, n + 1 when that is missing.
  public let upperRank: Int

  /// The number of values.
  public let count: Int

  /// The identity of the method: ranks with equal tails.
  public static var method: MethodIdentity {
    MethodIdentity(name: "order-statistic-interval", version: 1)
  }

  /// Both ends, missing unless the sample bounds the quantile on both sides.
  public var bounds: ClosedRange<Value>? {
    guard let lower, let upper else { return nil }
    return lower...upper
  }
}

extension QuantileInterval: CustomStringConvertible {
  /// The ends and the confidence, as in "[3, 9] at 95.9 %".
  public var description: String {
    let start = lower.map { "[\($0)" } ?? "(unbounded"
    let end = upper.map { "\($0)]" } ?? "unbounded)"
    return "\(start), \(end) at \(Self.percent(coverage))"
  }

  private static func percent(_ share: Double) -> String {
    // Rounded down, for confidence must not be overstated.
    let tenths = Int((share * 1000 + 1e-9).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
