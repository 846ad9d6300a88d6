import Stats
import Testing

/// Digits against the certified values of the NIST Statistical Reference
/// Datasets, univariate summary statistics.
struct NISTTests {
  private struct Certified: Decodable {
    struct Dataset: Decodable {
      struct Values: Decodable {
        let mean: String
      }
      let n: Int
      let certified: Values
      let deviation: String

      enum CodingKeys: String, CodingKey {
        case n
        case certified
        case deviation = "exact_sd_30digits"
      }
    }
    let datasets: [String: Dataset]
  }

  @Test(
    .enabled(if: SharedData.folder != nil, SharedData.reason),
    arguments: [("PiDigits", 15.0), ("Lew", 15), ("NumAcc1", 15), ("Mavro", 13), ("NumAcc2", 14)])
  func `certified sets come out to the digits binary64 allows`(
    name: String, digits: Double
  ) throws {
    let all = try SharedData.decode(Certified.self, from: "nist-strd/certified.json")
    let dataset = try #require(all.datasets[name])
    let lines = try SharedData.text("nist-strd/\(name).csv")
      .split(whereSeparator: \.isNewline)
    let values = lines.compactMap { Double($0) }
    try #require(values.count == dataset.n)
    let moments = try Moments(of: values)
    let mean = try #require(Double(dataset.certified.mean))
    let deviation = try #require(Double(dataset.deviation))
    #expect(correctDigits(moments.mean, mean) >= 15)
    #expect(correctDigits(moments.standardDeviation, deviation) >= digits)
    let counts = lines.compactMap { UInt64($0) }
    if counts.count == values.count {
      let exact = try ExactMoments(of: counts)
      #expect(exact.mean == mean)
      #expect(exact.standardDeviation == deviation)
    }
  }

  /// NumAcc3 and NumAcc4 as NIST defines them: the middle value and 500 times
  /// the two beside it.
  ///
  /// Their decimals are no binary64 numbers, so nobody gets
  /// more than 9.5 and 8.3 digits; the exact deviation of the stored numbers,
  /// computed with rational arithmetic, has to be met to 14.
  @Test(arguments: [
    [1_000_000.2, 1_000_000.1, 1_000_000.3, 9.4, 0.100_000_000_034_924_6],
    [10_000_000.2, 10_000_000.1, 10_000_000.3, 8.2, 0.100_000_000_558_793_54],
  ])
  func `a large mean costs no digits`(set: [Double]) throws {
    let values = [set[0]] + (0..<500).flatMap { _ in set[1...2] }
    let moments = try Moments(of: values)
    #expect(correctDigits(moments.mean, set[0]) >= 15)
    #expect(correctDigits(moments.standardDeviation, 0.1) >= set[3])
    #expect(correctDigits(moments.standardDeviation, set[4]) >= 14)
  }

  /// Michelson's speed of light in air, the set Michelso: certified mean
  /// 299.852400000000, standard deviation 0.0790105478190518.
  @Test
  func `Michelson's speed of light has 13 digits`() throws {
    let thousandths: [UInt64] = [
      850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000,
      960, 960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800,
      790, 760, 800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840,
      850, 840, 840, 840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880,
      720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740,
      810, 940, 950, 800, 810, 870,
    ]
    let moments = try Moments(of: thousandths.map { Double(299_000 + $0) / 1000 })
    #expect(correctDigits(moments.mean, 299.8524) >= 15)
    #expect(correctDigits(moments.standardDeviation, 0.079_010_547_819_051_8) >= 13)
    let exact = try ExactMoments(of: thousandths.map { ($0 + 299_000) * 10 })
    #expect(exact.mean == 2_998_524)
    #expect(correctDigits(exact.standardDeviation, 790.105_478_190_518) >= 14.9)
  }
}
