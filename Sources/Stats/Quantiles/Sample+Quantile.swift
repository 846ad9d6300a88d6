extension Sample {
  /// The median: the middle value, or the point between the two middle ones.
  ///
  /// For counts it is exact and rounded once.
  public var median: Double {
    Value._interpolate(sortedValues[(count - 1) / 2], sortedValues[count / 2], 0.5)
  }

  /// The quantile of a probability.
  ///
  /// - Parameters:
  ///   - probability: The share of values that lie below, from 0 to 1.
  ///   - type: The definition to use.
  /// - Returns: A value of the sample or a point between two neighbours, rounded
  ///   once for counts.
  /// - Throws: ``StatsError/invalidProbability(_:)`` outside of 0 to 1.
  /// - Complexity: O(1)
  public func quantile(
    _ probability: Double, type: QuantileType = .linear
  ) throws(StatsError) -> Double {
    guard probability >= 0 && probability <= 1 else { throw .invalidProbability(probability) }
    return checkedQuantile(probability, type: type)
  }

  /// The quantiles of several probabilities, in their order.
  ///
  /// - Parameters:
  ///   - probabilities: The shares of values that lie below, each from 0 to 1.
  ///   - type: The definition to use.
  /// - Returns: One quantile for each probability.
  /// - Throws: ``StatsError/invalidProbability(_:)`` for the first one outside of
  ///   0 to 1.
  public func quantiles(
    _ probabilities: [Double], type: QuantileType = .linear
  ) throws(StatsError) -> [Double] {
    try probabilities.map { (probability) throws(StatsError) in
      try quantile(probability, type: type)
    }
  }

  /// The quantile of one quarter, type 7.
  public var lowerQuartile: Double { checkedQuantile(0.25, type: .linear) }

  /// The quantile of three quarters, type 7.
  public var upperQuartile: Double { checkedQuantile(0.75, type: .linear) }

  /// The distance between the quartiles, in which the middle half of the values
  /// lies.
  public var interquartileRange: Double { upperQuartile - lowerQuartile }

  private func checkedQuantile(_ probability: Double, type: QuantileType) -> Double {
    let position = type.position(probability, count: count)
    let next = min(position.index + 1, count - 1)
    return Value._interpolate(
      sortedValues[position.index], sortedValues[next], position.fraction)
  }
}
