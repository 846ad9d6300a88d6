/// The nine definitions of a sample quantile by Hyndman and Fan.
///
/// The raw value is the number that R, NumPy and the paper give to the
/// definition (doi:10.1080/00031305.1996.10473566). Types 1 to 3 are steps,
/// types 4 to 9 lines between neighbouring values; they differ only by less
/// than the distance of two neighbours.
public enum QuantileType: Int, CaseIterable, Hashable, Sendable {
  /// The inverse of the empirical distribution: always a value of the sample.
  case invertedDistribution = 1
  /// Like the inverse of the distribution, with the middle at its steps.
  case averagedInvertedDistribution = 2
  /// The value nearest to the position n p, the one of even rank on a tie.
  case closestObservation = 3
  /// Linear interpolation of the empirical distribution.
  case interpolatedInvertedDistribution = 4
  /// Value k has probability k - 1/2 of n, as Hazen plotted floods.
  case hazen = 5
  /// Value k has probability k of n + 1, the mean of its distribution.
  case weibull = 6
  /// Value k has probability k - 1 of n - 1, so the extremes are 0 and 1.
  ///
  /// What R, NumPy and spreadsheets use unless told otherwise; the default for
  /// numbers that are shown.
  case linear = 7
  /// Almost unbiased for the median of the quantile whatever the distribution.
  ///
  /// What the paper recommends, for numbers that conclusions are drawn from.
  case medianUnbiased = 8
  /// Almost unbiased when values are normally distributed.
  case normalUnbiased = 9

  /// Where the quantile lies among the sorted values.
  struct Position {
    /// The 0-based index of the value below.
    let index: Int
    /// How far towards the next value the quantile lies, from 0 to 1.
    let fraction: Double
  }

  /// The place of a quantile in `count` sorted values, for a probability from
  /// 0 to 1.
  func position(_ probability: Double, count: Int) -> Position {
    let n = Double(count)
    // Ranks that count from 0, so that the least probabilities keep their digits.
    let rank =
      switch self {
      case .invertedDistribution, .averagedInvertedDistribution,
        .interpolatedInvertedDistribution:
        n * probability - 1
      case .closestObservation: n * probability - 1.5
      case .hazen: n * probability - 0.5
      case .weibull: (n + 1) * probability - 1
      case .linear: (n - 1) * probability
      case .medianUnbiased: (n + 1 / 3) * probability - 2 / 3
      case .normalUnbiased: (n + 0.25) * probability - 0.625
      }
    return position(rank: rank, count: count)
  }

  private func position(rank: Double, count: Int) -> Position {
    // A product such as 1000 * 0.007 may miss the whole number by rounding.
    let nearest = rank.rounded()
    let step = isStepwise ? (nearest + 1).ulp : nearest.ulp
    let isWhole = (rank - nearest).magnitude <= 4 * step
    let floor = isWhole ? nearest : rank.rounded(.down)
    let fraction: Double =
      switch self {
      case .invertedDistribution: isWhole ? 0 : 1
      case .averagedInvertedDistribution: isWhole ? 0.5 : 1
      case .closestObservation:
        // Ranks that are even when they count from 1.
        isWhole && floor.truncatingRemainder(dividingBy: 2) == 1 ? 0 : 1
      default: isWhole ? 0 : rank - floor
      }
    // Before the first value and behind the last there is nothing to move to.
    if floor < 0 { return Position(index: 0, fraction: 0) }
    if floor >= Double(count - 1) { return Position(index: count - 1, fraction: 0) }
    return Position(index: Int(floor), fraction: fraction)
  }

  private var isStepwise: Bool { rawValue <= 3 }
}
