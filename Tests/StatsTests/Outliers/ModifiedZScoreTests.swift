import Stats
import Testing

struct ModifiedZScoreTests {
  private struct Published: Decodable {
    struct Group: Decodable {
      let method: String
      let cases: [Case]?
    }
    struct Case: Decodable {
      let x: [Double]
      let count: Int
    }
    let cases: [Group]
  }

  /// hyperfine flags beyond 14.826 median absolute deviations, a score of 10.
  @Test(.enabled(if: SharedData.folder != nil, SharedData.reason), arguments: [3.5, 10])
  func `hyperfine's cases have as many outliers as it says`(threshold: Double) throws {
    let published = try SharedData.decode(Published.self, from: "outliers/outliers.json")
    let group = try #require(published.cases.first { $0.method.hasPrefix("modified z") })
    let cases = try #require(group.cases)
    #expect(cases.count == 10)
    for test in cases where !test.x.isEmpty {
      let report = try ModifiedZScore(threshold: threshold).report(on: Sample(test.x))
      #expect(report.flags.count == test.count, "\(test.x)")
    }
  }

  @Test
  func `a flag says where, what and what would have been normal`() throws {
    let sample = try Sample([12, 10, 11, 90, 13, 12, 11, 2] as [UInt64])
    let report = ModifiedZScore().report(on: sample)
    // Median 11.5, deviations .5 .5 .5 .5 1.5 1.5 9.5 78.5: their median is 1.
    #expect(report.center == 11.5)
    #expect(report.scaleSource == .medianAbsoluteDeviation)
    #expect((report.scale - 1 / 0.6745).magnitude < 1e-12)
    #expect(report.flags.map(\.index) == [3, 7])
    #expect(report.flags.map(\.value) == [90, 2])
    #expect((report.flags[0].score - 0.6745 * 78.5).magnitude < 1e-12)
    #expect((report.flags[1].score + 0.6745 * 9.5).magnitude < 1e-12)
    #expect((report.normal.lowerBound - (11.5 - 3.5 / 0.6745)).magnitude < 1e-12)
    #expect(report.flags[0].normal == report.normal)
    #expect(report.flags[0].method == MethodIdentity(name: "modified-z", version: 1))
    #expect(report.flags[0].description.hasPrefix("Value 3 is 90, outside of 6.3"))
  }

  @Test(arguments: [1, 1000, 1_000_000, 1 << 40] as [UInt64])
  func `a deterministic count with one stray is not accused of noise`(stray: UInt64) throws {
    let base: UInt64 = 1 << 50
    let values = [UInt64](repeating: base, count: 19) + [base + stray]
    let report = ModifiedZScore().report(on: try Sample(values))
    #expect(report.scaleSource == .floor)
    #expect(report.scale == Double(base) / 1000)
    #expect(report.flags.isEmpty)
  }

  @Test
  func `a deterministic count with a wild stray is flagged`() throws {
    let values = [UInt64](repeating: 1_000_000, count: 19) + [2_000_000]
    let flags = ModifiedZScore().report(on: try Sample(values)).flags
    #expect(flags.map(\.index) == [19])
    #expect(flags.first?.score == 1000)
    #expect(flags.first?.normal == 996_500...1_003_500)
  }

  @Test
  func `small counts are judged in whole counts`() throws {
    let faults = [UInt64](repeating: 64, count: 9)
    for extra in 1...3 as ClosedRange<UInt64> {
      #expect(ModifiedZScore().report(on: try Sample(faults + [64 + extra])).flags.isEmpty)
    }
    #expect(ModifiedZScore().report(on: try Sample(faults + [68])).flags.count == 1)
    let zeros = [UInt64](repeating: 0, count: 9)
    #expect(ModifiedZScore().report(on: try Sample(zeros + [3])).flags.isEmpty)
    #expect(ModifiedZScore().report(on: try Sample(zeros + [50])).flags.count == 1)
  }

  @Test
  func `a third of the values are no outliers`() throws {
    let sample = try Sample([0, 0, 0, 0, 0, 0, 300, 280, 310] as [UInt64])
    let report = ModifiedZScore().report(on: sample)
    #expect(report.scaleSource == .upperQuartileDeviation)
    #expect(report.flags.isEmpty)
  }

  @Test
  func `equal values and single values have no outliers`() throws {
    for count in 1...20 {
      for value in [0, 1, 1 << 53, .max] as [UInt64] {
        let values = [UInt64](repeating: value, count: count)
        #expect(ModifiedZScore().report(on: try Sample(values)).flags.isEmpty)
        let reals = values.map { Double($0) }
        #expect(ModifiedZScore().report(on: try Sample(reals)).flags.isEmpty)
      }
    }
  }

  @Test
  func `zeros without resolution give no scale and no flags`() throws {
    let report = ModifiedZScore().report(on: try Sample([0, 0, 0, 0, 0, 1e-300]))
    #expect(report.scaleSource == .undetermined)
    #expect(report.flags.isEmpty)
    #expect(report.normal.contains(1e300))
  }

  @Test
  func `extreme values neither trap nor vanish`() throws {
    let largest = Double.greatestFiniteMagnitude
    let wide = ModifiedZScore().report(on: try Sample([-largest, largest]))
    #expect(wide.flags.isEmpty)
    let stray = ModifiedZScore().report(on: try Sample([1, 2, 3, 4, 5, largest, -largest]))
    #expect(stray.flags.map(\.index) == [5, 6])
    let top = UInt64.max
    let counts = ModifiedZScore().report(on: try Sample([top, top - 1, top - 2, top - 3, 0]))
    #expect(counts.flags.map(\.index) == [4])
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `flags are those of the plain definition, in any order and scale`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var values = (0..<Int.random(in: 8...200, using: &random)).map { _ in
      1_000_000 + random.next() >> 54
    }
    values[3] += random.next() >> 44
    values[5] -= random.next() >> 46
    let sample = try Sample(values)
    let deviation = sample.medianAbsoluteDeviation
    let expected = values.indices.filter {
      0.6745 * (Double(values[$0]) - sample.median).magnitude / deviation > 3.5
    }
    #expect(ModifiedZScore().report(on: sample).flags.map(\.index) == expected)
    let scaled = try Sample(values.map { $0 * 4 })
    #expect(ModifiedZScore().report(on: scaled).flags.map(\.index) == expected)
    let reals = try Sample(values.map { Double($0) - 123 })
    #expect(ModifiedZScore().report(on: reals).flags.map(\.index) == expected)
    let shuffled = try Sample(values.shuffled(using: &random))
    let found = ModifiedZScore().report(on: shuffled).flags.map(\.value).sorted()
    #expect(found == expected.map { values[$0] }.sorted())
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double])
  func `a setting without meaning is an error`(value: Double) {
    #expect(throws: StatsError.self) { try ModifiedZScore(threshold: value) }
    #expect(throws: StatsError.self) { try ModifiedZScore(threshold: 3, relativeFloor: value) }
  }
}
