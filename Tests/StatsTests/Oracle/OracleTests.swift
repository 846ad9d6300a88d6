import Foundation
import Stats
import Testing

/// Every statistic beside the same one from Python, on random inputs of seed
/// 2026.
struct OracleTests {
  /// Samples of counts with all widths and of 1 to 100 values.
  private static let counts: [[UInt64]] = {
    var random = SeededGenerator(seed: 2026)
    return (0..<1000).map { index in
      let number = Int.random(in: 1...100, using: &random)
      // Every other sample reaches the upper end of the range.
      return random.counts(number).map { index % 2 == 0 ? $0 : .max - $0 }
    }
  }()

  private static let reals: [[Double]] = {
    var random = SeededGenerator(seed: 2026)
    return (0..<1000).map { _ in random.reals(Int.random(in: 2...100, using: &random)) }
  }()

  private static func lines<Value>(_ samples: [[Value]], _ text: (Value) -> String) -> String {
    samples.map { $0.map(text).joined(separator: " ") + "\n" }.joined()
  }

  private static let exactScript = """
    import sys
    from fractions import Fraction as F
    from math import isqrt
    def root(q):
        n, m = q.numerator, q.denominator
        k = 2200
        a = isqrt((n << 2 * k) // m)
        return float(F(a | (a * a * m != n << 2 * k), 1 << k))
    def median(x):
        x = sorted(x)
        return (F(x[(len(x) - 1) // 2]) + F(x[len(x) // 2])) / 2
    for line in sys.stdin:
        x = [F(float.fromhex(t)) if 'x' in t else F(int(t)) for t in line.split()]
        n, m = len(x), median(x)
        mean = sum(x) / n
        variance = sum((v - mean) ** 2 for v in x) / (n - 1) if n > 1 else F(0)
        mad = median([abs(v - m) for v in x])
        print(*(repr(float(v)) for v in (mean, variance, root(variance), m, mad)))
    """

  @Test(.enabled(if: Python.plain != nil, "python3 is not there"))
  func `counts are the nearest numbers to the exact fractions`() throws {
    let rows = try Python.rows(
      of: Self.exactScript, by: Python.plain, input: Self.lines(Self.counts) { String($0) })
    try #require(rows.count == Self.counts.count)
    for (values, row) in zip(Self.counts, rows) {
      let summary = try Summary(of: values)
      #expect(summary.mean == row[0])
      #expect(summary.moments.variance ?? 0 == row[1])
      #expect(summary.standardDeviation ?? 0 == row[2])
      #expect(summary.median == row[3])
      #expect(summary.medianAbsoluteDeviation == row[4])
    }
  }

  @Test(.enabled(if: Python.plain != nil, "python3 is not there"))
  func `numbers have all digits of the exact fractions`() throws {
    let rows = try Python.rows(
      of: Self.exactScript, by: Python.plain,
      input: Self.lines(Self.reals) { value in
        // Exact: the significand has at most 53 bits.
        let significand = Int64(value.significand * 0x1p52) * (value < 0 ? -1 : 1)
        return "\(significand < 0 ? "-" : "")0x\(String(significand.magnitude, radix: 16))"
          + "p\(Int(value.exponent) - 52)"
      })
    try #require(rows.count == Self.reals.count)
    for (values, row) in zip(Self.reals, rows) {
      let summary = try Summary(of: values)
      let deviation = row[2]
      #expect((summary.mean - row[0]).magnitude <= 2e-16 * (row[0].magnitude + deviation))
      #expect(correctDigits(summary.moments.variance, row[1]) >= 14.5)
      #expect(correctDigits(summary.standardDeviation, deviation) >= 14.5)
      #expect(summary.median == row[3])
      let range = summary.maximum - summary.minimum
      let error = (summary.medianAbsoluteDeviation - row[4]).magnitude
      #expect(error <= 4e-16 * (range + row[3].magnitude))
    }
  }

  private static let quantileScript = """
    import sys, numpy as np
    from scipy import stats
    names = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation',
             'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear',
             'median_unbiased', 'normal_unbiased']
    p = [0, .001, .1, .25, .3, .5, .63, .75, .9, .99, 1]
    for line in sys.stdin:
        x = np.array([float(t) for t in line.split()])
        q = [v for name in names for v in
             ([float('nan')] * len(p) if name[:2] == 'cl' and np.__version__[:2] == '1.'
              else np.quantile(x, p, method=name))]
        mad = stats.median_abs_deviation(x)
        print(*(repr(float(v)) for v in [np.mean(x), np.std(x, ddof=1), mad] + q))
    """

  @Test(.enabled(if: Python.scientific != nil, "python3 has no numpy and scipy"))
  func `mean, deviations and quantiles agree with numpy and scipy`() throws {
    let rows = try Python.rows(
      of: Self.quantileScript, by: Python.scientific, input: Self.lines(Self.reals) { String($0) })
    try #require(rows.count == Self.reals.count)
    let probabilities = [0, 0.001, 0.1, 0.25, 0.3, 0.5, 0.63, 0.75, 0.9, 0.99, 1]
    for (values, row) in zip(Self.reals, rows) {
      let summary = try Summary(of: values)
      let tolerance = 1e-9 * (summary.maximum - summary.minimum)
      #expect((summary.mean - row[0]).magnitude <= tolerance)
      #expect((try #require(summary.standardDeviation) - row[1]).magnitude <= tolerance)
      #expect((summary.medianAbsoluteDeviation - row[2]).magnitude <= tolerance)
      for type in QuantileType.allCases {
        let quantiles = try summary.sample.quantiles(probabilities, type: type)
        for (index, quantile) in quantiles.enumerated() {
          let expected = row[3 + (type.rawValue - 1) * probabilities.count + index]
          let difference = (quantile - expected).magnitude
          // Type 3 of numpy 1 breaks ties otherwise than R and the paper.
          if type == .closestObservation && expected.isNaN { continue }
          #expect(difference <= tolerance, "\(type) \(probabilities[index]) of \(values)")
        }
      }
    }
  }

  private static let intervalScript = """
    import sys
    from scipy.stats import binom
    for line in sys.stdin:
        n, p, level, r, s = line.split()
        n, p, a, r, s = int(n), float(p), (1 - float(level)) / 2, int(r), int(s)
        low, high = binom.cdf(r - 1, n, p), binom.sf(s - 1, n, p)
        more = 1 if binom.cdf(r, n, p) > a and binom.sf(s - 2, n, p) > a else 0
        print(repr(float(1 - low - high)), repr(float(low - a)), repr(float(high - a)), more)
    """

  @Test(.enabled(if: Python.scientific != nil, "python3 has no numpy and scipy"))
  func `ranks and coverage agree with scipy's binomial distribution`() throws {
    var random = SeededGenerator(seed: 2026)
    var intervals: [QuantileInterval<UInt64>] = []
    for _ in 0..<1000 {
      let count = Int(exp(Double.random(in: 0...11, using: &random)))
      let sample = try Sample((0..<count).map { UInt64($0) })
      let probability = Double.random(in: 0.001...0.999, using: &random)
      let level = [0.5, 0.9, 0.95, 0.99, 0.999, 0.999_999].randomElement(using: &random) ?? 0.95
      intervals.append(try sample.interval(ofQuantile: probability, level: level))
    }
    let input = intervals.map {
      "\($0.count) \($0.probability) \($0.level) \($0.lowerRank) \($0.upperRank)\n"
    }
    let rows = try Python.rows(
      of: Self.intervalScript, by: Python.scientific, input: input.joined())
    try #require(rows.count == intervals.count)
    for (interval, row) in zip(intervals, rows) {
      #expect((interval.coverage - row[0]).magnitude <= 1e-11)
      // No tail exceeds its half, and none could give up a rank more.
      #expect(row[1] <= 1e-11 && row[2] <= 1e-11)
      #expect(row[3] == 1, "\(interval)")
    }
  }
}
