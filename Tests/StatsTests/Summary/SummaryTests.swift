import Stats
import Testing

struct SummaryTests {
  @Test
  func `counts are summarised exactly`() throws {
    let values: [UInt64] = [4, 1, 7, 2, 9, 3, 100]
    let summary = try Summary(of: values)
    #expect(summary.count == 7 && summary.minimum == 1 && summary.maximum == 100)
    #expect(summary.mean == 18 && summary.median == 4)
    #expect(summary.standardDeviation == (7892.0 / 6).squareRoot())
    #expect(summary.medianAbsoluteDeviation == 3)
    #expect(summary.scaledMedianAbsoluteDeviation == 3 * 1.4826)
    #expect(summary.lowerQuartile == 2.5 && summary.upperQuartile == 8)
    #expect(try summary.quantile(0.5, type: .medianUnbiased) == 4)
    #expect(summary.medianInterval.bounds == 1...100)
    #expect(summary.medianInterval.coverage == 1 - 0x1p-6)
    #expect(summary.outliers.flags.map(\.index) == [6])
    #expect(summary.sample.values == values)
    #expect(summary.moments.sum == 126)
    #expect(
      summary.description == """
        7 values, median 4.0 [1, 100] at 98.4 %, scaled MAD 4.4478, mean 18.0, \
        standard deviation 36.26752449965855, minimum 1, maximum 100, outliers 1
        """)
  }

  @Test
  func `counts above 2^53 keep their least bit where it shows`() throws {
    let summary = try Summary(of: [.max, .max - 1, .max - 2] as [UInt64])
    #expect(summary.minimum == .max - 2 && summary.maximum == .max)
    #expect(summary.standardDeviation == 1)
    #expect(summary.medianAbsoluteDeviation == 1)
  }

  @Test
  func `one value has a summary without spread`() throws {
    let summary = try Summary(of: [2.5])
    #expect(summary.median == 2.5 && summary.mean == 2.5)
    #expect(summary.standardDeviation == nil)
    #expect(summary.medianInterval.bounds == nil)
    #expect(summary.outliers.flags.isEmpty)
    #expect(
      summary.description == """
        1 values, median 2.5 (unbounded, unbounded) at 100.0 %, scaled MAD 0.0, mean 2.5, \
        minimum 2.5, maximum 2.5, outliers 0
        """)
  }

  @Test
  func `nothing, no numbers and no level are errors`() {
    #expect(throws: StatsError.noValues) { try Summary(of: [UInt64]()) }
    #expect(throws: StatsError.noValues) { try Summary(of: [Double]()) }
    #expect(throws: StatsError.notFinite(index: 1, value: .infinity)) {
      try Summary(of: [1, .infinity])
    }
    #expect(throws: StatsError.self) { try Summary(of: [.nan]) }
    #expect(throws: StatsError.invalidConfidenceLevel(0)) {
      try Summary(of: [1, 2] as [UInt64], level: 0)
    }
  }

  @Test
  func `a detector of one's own takes part`() throws {
    let strict = try ModifiedZScore(threshold: 0.5)
    let summary = try Summary(of: [1, 2, 3, 4, 5] as [UInt64], detector: strict)
    #expect(summary.outliers.flags.map(\.value) == [1, 2, 4, 5].filter { $0 != 3 })
  }

  @Test(
    arguments: [
      .noValues, .notFinite(index: 3, value: .nan), .notPositive(index: 1, value: 0),
      .invalidProbability(2), .invalidConfidenceLevel(1),
      .invalidSetting(name: "threshold", value: -1), .unequalCounts(first: 1, second: 2),
      .tooManyValues,
    ] as [StatsError])
  func `every error is one sentence`(error: StatsError) {
    #expect(error.description.hasSuffix("."))
    #expect(error.description.count >= 20)
  }
}
