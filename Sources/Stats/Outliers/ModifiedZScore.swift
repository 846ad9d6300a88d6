/// The modified z score of Iglewicz and Hoaglin: 0.6745 times the distance from
/// the median in units of the median absolute deviation.
///
/// A value is flagged when its score exceeds 3.5 in magnitude.
///
/// Counters are often deterministic. When half of the values are equal, the
/// median absolute deviation is 0 and the score of every other value infinite,
/// however close to the median it lies. The unit of distance is then the
/// deviation that three quarters of the values do not exceed, made comparable
/// by the factor 0.8693, and at least a floor: one count, or the thousandth part
/// of the median when that is more. A single stray count is thus flagged when it
/// is far away in practice, and not because the others agree.
public struct ModifiedZScore: OutlierDetector, Hashable {
  /// The magnitude above which a score is flagged.
  public let threshold: Double

  /// The least unit of distance as a share of the median, used when the median
  /// absolute deviation is 0.
  public let relativeFloor: Double

  /// Creates the detector with the usual threshold 3.5 and the floor 0.001.
  public init() {
    threshold = 3.5
    relativeFloor = 0.001
  }

  /// Creates a detector.
  ///
  /// - Parameters:
  ///   - threshold: The magnitude above which a score is flagged.
  ///   - relativeFloor: The least unit of distance as a share of the median,
  ///     used when the median absolute deviation is 0.
  /// - Throws: ``StatsError/invalidSetting(name:value:)`` for a setting that is
  ///   negative or not finite.
  public init(threshold: Double, relativeFloor: Double = 0.001) throws(StatsError) {
    guard threshold.isFinite && threshold >= 0 else {
      throw .invalidSetting(name: "threshold", value: threshold)
    }
    guard relativeFloor.isFinite && relativeFloor >= 0 else {
      throw .invalidSetting(name: "relativeFloor", value: relativeFloor)
    }
    self.threshold = threshold
    self.relativeFloor = relativeFloor
  }

  /// The name and version of the rule.
  public var method: MethodIdentity { MethodIdentity(name: "modified-z", version: 1) }

  /// Judges each value of a sample of counts.
  ///
  /// - Parameter sample: The counts.
  /// - Returns: The flags, in the order in which values were given.
  /// - Complexity: O(log *n*) without outliers, else O(*n*)
  public func report(on sample: Sample<UInt64>) -> OutlierReport<UInt64> { judge(sample) }

  /// Judges each value of a sample of floating-point numbers.
  ///
  /// - Parameter sample: The numbers.
  /// - Returns: The flags, in the order in which values were given.
  /// - Complexity: O(log *n*) without outliers, else O(*n*)
  public func report(on sample: Sample<Double>) -> OutlierReport<Double> { judge(sample) }
}
