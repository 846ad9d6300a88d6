/// The part of a binomial distribution that carries all of its mass that
/// binary64 can tell from zero beside it.
///
/// Weights run outwards from the mode by the ratio of neighbours and are
/// normalised by their sum, so neither factorials nor logarithms are needed
/// and the tails keep their relative accuracy. Time and space grow with the
/// square root of the number of trials.
struct BinomialWindow {
  /// The number of successes that the first weight belongs to.
  let first: Int
  /// The probabilities of at most `first + index` successes.
  let lowerTails: [Double]
  /// The probabilities of at least `first + index` successes.
  let upperTails: [Double]

  /// Describes `trials` draws that each succeed with `probability`, which lies
  /// strictly between 0 and 1.
  init(trials: Int, probability: Double) {
    let negligible = 1e-40
    let odds = probability / (1 - probability)
    let mode = min(trials, Int((Double(trials) + 1) * probability))
    var below: [Double] = []
    var weight = 1.0
    var successes = mode
    while successes > 0 {
      weight *= Double(successes) / Double(trials - successes + 1) / odds
      if weight < negligible { break }
      below.append(weight)
      successes -= 1
    }
    first = mode - below.count
    var weights: [Double] = below.reversed()
    weights.append(1)
    weight = 1
    successes = mode
    while successes < trials {
      weight *= Double(trials - successes) / Double(successes + 1) * odds
      if weight < negligible { break }
      weights.append(weight)
      successes += 1
    }
    let fromBelow = Self.runningSums(weights)
    let fromAbove = Self.runningSums(weights.reversed())
    let total = fromBelow.last ?? 1
    lowerTails = fromBelow.map { min($0 / total, 1) }
    upperTails = fromAbove.reversed().map { min($0 / total, 1) }
  }

  private static func runningSums(_ values: [Double]) -> [Double] {
    var sum = DoubleDouble(0)
    return values.map {
      sum = sum + DoubleDouble($0)
      return sum.high
    }
  }

  /// The probability of at most so many successes.
  func atMost(_ successes: Int) -> Double {
    if successes < first { return 0 }
    return successes - first < lowerTails.count ? lowerTails[successes - first] : 1
  }

  /// The probability of at least so many successes.
  func atLeast(_ successes: Int) -> Double {
    if successes < first { return 1 }
    return successes - first < upperTails.count ? upperTails[successes - first] : 0
  }
}
