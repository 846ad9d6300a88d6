extension Sample {
  /// The distribution-free confidence interval of the median.
  ///
  /// Both ends exist from 6 values at a level of 95 %, from 8 at 99 %.
  ///
  /// - Parameter level: The least confidence, between 0 and 1.
  /// - Returns: The narrowest pair of ranks that leaves at most half of
  ///   1 - `level` on each side.
  /// - Throws: ``StatsError/invalidConfidenceLevel(_:)``.
  /// - Complexity: O(√*n*)
  public func medianInterval(
    level: Double = 0.95
  ) throws(StatsError) -> QuantileInterval<Value> {
    try interval(ofQuantile: 0.5, level: level)
  }

  /// The distribution-free confidence interval of a quantile.
  ///
  /// The quantile lies between the values of ranks r and s with probability
  /// Σ C(n, k) pᵏ (1 - p)ⁿ⁻ᵏ over k from r to s - 1.
  ///
  /// - Parameters:
  ///   - probability: The probability of the quantile, strictly between 0 and 1.
  ///   - level: The least confidence, strictly between 0 and 1.
  /// - Returns: The narrowest pair of ranks that leaves at most half of
  ///   1 - `level` on each side.
  /// - Throws: ``StatsError/invalidProbability(_:)`` or
  ///   ``StatsError/invalidConfidenceLevel(_:)``.
  /// - Complexity: O(√*n*)
  public func interval(
    ofQuantile probability: Double, level: Double = 0.95
  ) throws(StatsError) -> QuantileInterval<Value> {
    guard probability > 0 && probability < 1 else { throw .invalidProbability(probability) }
    guard level > 0 && level < 1 else { throw .invalidConfidenceLevel(level) }
    let window = BinomialWindow(trials: count, probability: probability)
    // The tails carry rounding errors; a level of exactly 1 - 2/64 is meant to
    // be met by six values.
    let tail = (1 - level) / 2 * (1 + 1e-11)
    let last = window.first + window.lowerTails.count
    let lowerRank =
      window.first + (window.lowerTails.firstIndex { $0 > tail } ?? window.lowerTails.count)
    let upperRank = last - (window.upperTails.reversed().firstIndex { $0 > tail } ?? 0)
    return QuantileInterval(
      probability: probability,
      level: level,
      coverage: max(0, 1 - window.atMost(lowerRank - 1) - window.atLeast(upperRank)),
      lower: lowerRank < 1 ? nil : sortedValues[lowerRank - 1],
      upper: upperRank > count ? nil : sortedValues[upperRank - 1],
      lowerRank: lowerRank,
      upperRank: upperRank,
      count: count)
  }
}
