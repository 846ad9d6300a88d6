/// What is usually asked about a series of measurements: centre, spread, how
/// certain they are, and which values stand out.
///
/// The values are sorted once and kept, so further quantiles and intervals cost
/// next to nothing: ask ``sample`` for them. For counts every figure is the
/// binary64 number nearest to the exact one.
public struct Summary<Value: SampleValue>: Sendable {
  /// The values, checked and sorted.
  public let sample: Sample<Value>

  /// The moments, ready to be merged with those of other series.
  public let moments: Value.Accumulator

  /// The arithmetic mean.
  public let mean: Double

  /// The median absolute deviation from the median, unscaled.
  public let medianAbsoluteDeviation: Double

  /// The distribution-free confidence interval of the median.
  public let medianInterval: QuantileInterval<Value>

  /// The values that stand out, with the yardstick that was used.
  public let outliers: OutlierReport<Value>

  init(
    sample: Sample<Value>, level: Double, outliers: OutlierReport<Value>
  ) throws(StatsError) {
    self.sample = sample
    moments = try Value.Accumulator(of: sample.values)
    guard let mean = moments.mean else { throw .noValues }
    self.mean = mean
    medianAbsoluteDeviation = sample.medianAbsoluteDeviation
    medianInterval = try sample.medianInterval(level: level)
    self.outliers = outliers
  }

  /// The number of values, at least 1.
  public var count: Int { sample.count }

  /// The least value.
  public var minimum: Value { sample.minimum }

  /// The greatest value.
  public var maximum: Value { sample.maximum }

  /// The median.
  public var median: Double { sample.median }

  /// The standard deviation with divisor n - 1, missing for a single value.
  public var standardDeviation: Double? { moments.standardDeviation }

  /// The median absolute deviation times 1.4826, which estimates the standard
  /// deviation of normally distributed values.
  public var scaledMedianAbsoluteDeviation: Double { 1.4826 * medianAbsoluteDeviation }

  /// The quantile of one quarter, type 7.
  public var lowerQuartile: Double { sample.lowerQuartile }

  /// The quantile of three quarters, type 7.
  public var upperQuartile: Double { sample.upperQuartile }

  /// The quantile of a probability.
  ///
  /// - Parameters:
  ///   - probability: The share of values that lie below, from 0 to 1.
  ///   - type: The definition to use.
  /// - Returns: A value of the sample or a point between two neighbours.
  /// - Throws: ``StatsError/invalidProbability(_:)`` outside of 0 to 1.
  public func quantile(
    _ probability: Double, type: QuantileType = .linear
  ) throws(StatsError) -> Double {
    try sample.quantile(probability, type: type)
  }
}

extension Summary where Value == UInt64 {
  /// Creates the summary of counts.
  ///
  /// - Parameters:
  ///   - values: The counts, in the order in which they were measured.
  ///   - level: The least confidence of the interval of the median.
  ///   - detector: The rule that flags outliers.
  /// - Throws: ``StatsError`` when there are no values or the level is not
  ///   between 0 and 1.
  /// - Complexity: O(*n*)
  public init(
    of values: [UInt64], level: Double = 0.95,
    detector: some OutlierDetector = ModifiedZScore()
  ) throws(StatsError) {
    let sample = try Sample(values)
    try self.init(sample: sample, level: level, outliers: detector.report(on: sample))
  }
}

extension Summary where Value == Double {
  /// Creates the summary of floating-point numbers.
  ///
  /// - Parameters:
  ///   - values: The numbers, in the order in which they were measured.
  ///   - level: The least confidence of the interval of the median.
  ///   - detector: The rule that flags outliers.
  /// - Throws: ``StatsError`` when there are no values, one of them is not
  ///   finite, or the level is not between 0 and 1.
  /// - Complexity: O(*n*)
  public init(
    of values: [Double], level: Double = 0.95,
    detector: some OutlierDetector = ModifiedZScore()
  ) throws(StatsError) {
    let sample = try Sample(values)
    try self.init(sample: sample, level: level, outliers: detector.report(on: sample))
  }
}

extension Summary: CustomStringConvertible {
  /// One line with the count, the median and its interval, the spread, the mean
  /// and the number of outliers.
  public var description: String {
    let deviation = standardDeviation.map { ", standard deviation \($0)" } ?? ""
    return "\(count) values, median \(median) \(medianInterval)"
      + ", scaled MAD \(scaledMedianAbsoluteDeviation), mean \(mean)\(deviation)"
      + ", minimum \(minimum), maximum \(maximum), outliers \(outliers.flags.count)"
  }
}
