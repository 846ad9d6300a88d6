/// The median of paired ratios and an interval that holds it.
struct RatioEstimate {
  let median: Double
  let lower: Double
  let upper: Double
  /// The probability that the interval holds the median.
  let coverage: Double

  /// Estimates from pairs of costs.
  ///
  /// The interval lies between two of the sorted ratios, chosen by the binomial
  /// distribution, so it assumes nothing about their shape.
  init(pairs: [(ours: Double, peer: Double)]) {
    let ratios: [Double] = pairs.map { $0.ours / $0.peer }.sorted()
    median = Self.median(of: ratios)
    let count = ratios.count
    // The probability that at most `rank` of the ratios lie below the median.
    var tail = 0.0
    var term: Double = 1
    for _ in 0..<count { term /= 2 }
    var rank = 0
    while rank < count / 2, tail + term <= 0.025 {
      tail += term
      term *= Double(count - rank) / Double(rank + 1)
      rank += 1
    }
    let index = max(0, rank - 1)
    lower = ratios[index]
    upper = ratios[count - 1 - index]
    coverage = rank == 0 ? 1 - 2 * term : 1 - 2 * tail
  }

  /// The middle of values, or the mean of the two in the middle.
  static func median(of values: [Double]) -> Double {
    let sorted: [Double] = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
