import Stats
import Testing

struct PairedRatioTests {
  @Test
  func `a constant factor comes out without width`() throws {
    let rounds = (1...12).map { Double($0 * $0) }
    let ratio = try PairedRatio(of: rounds.map { $0 * 2 }, over: rounds)
    #expect(ratio.median == 2)
    #expect(ratio.interval.bounds == 2...2)
    #expect(ratio.countAboveOne == 12 && ratio.countBelowOne == 0)
  }

  @Test
  func `drift that hits both halves of a round leaves no trace`() throws {
    let drift = (0..<52).map { 100 + 3 * Double($0) }
    let ratio = try PairedRatio(of: drift.map { $0 * 1.25 }, over: drift)
    #expect((ratio.median - 1.25).magnitude < 1e-15)
    let bounds = try #require(ratio.interval.bounds)
    #expect(bounds.upperBound - bounds.lowerBound < 1e-15)
  }

  @Test
  func `an even number of pairs has the geometric middle`() throws {
    let ratio = try PairedRatio(of: [2, 8, 1, 100], over: [1, 1, 1, 1] as [UInt64])
    #expect(ratio.median == 4)
    #expect(ratio.interval.bounds == nil)
    #expect(ratio.ratios == [2, 8, 1, 100])
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `exchanging both sides inverts the result`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...80, using: &random)
    let first = (0..<count).map { _ in Double.random(in: 1...2, using: &random) }
    let second = (0..<count).map { _ in Double.random(in: 1...2, using: &random) }
    let ratio = try PairedRatio(of: first, over: second)
    let inverse = try PairedRatio(of: second, over: first)
    #expect((ratio.median * inverse.median - 1).magnitude < 1e-15)
    #expect(ratio.interval.coverage == inverse.interval.coverage)
    #expect(ratio.countAboveOne == inverse.countBelowOne)
    if let bounds = ratio.interval.bounds, let other = inverse.interval.bounds {
      #expect((bounds.lowerBound * other.upperBound - 1).magnitude < 1e-15)
      #expect(bounds.contains(ratio.median))
    }
  }

  @Test
  func `the middle of extreme ratios neither overflows nor vanishes`() throws {
    #expect(try PairedRatio(of: [0x1p800, 0x1p1000], over: [1, 1]).median == 0x1p900)
    #expect(try PairedRatio(of: [0x1p-800, 0x1p-1000], over: [1, 1]).median == 0x1p-900)
  }

  @Test
  func `what has no ratio is an error`() {
    let three: [Double] = [1, 2, 3]
    #expect(throws: StatsError.noValues) { try PairedRatio(of: [Double](), over: []) }
    #expect(throws: StatsError.unequalCounts(first: 3, second: 2)) {
      try PairedRatio(of: three, over: [1, 2])
    }
    #expect(throws: StatsError.notPositive(index: 1, value: 0)) {
      try PairedRatio(of: [1, 2, 3], over: [1, 0, 3] as [UInt64])
    }
    #expect(throws: StatsError.notPositive(index: 2, value: -1)) {
      try PairedRatio(of: [1, 2, -1], over: three)
    }
    #expect(throws: StatsError.notFinite(index: 0, value: .infinity)) {
      try PairedRatio(of: [.infinity, 2, 1], over: three)
    }
    #expect(throws: StatsError.notFinite(index: 0, value: .infinity)) {
      try PairedRatio(of: [1e300], over: [1e-300])
    }
    #expect(throws: StatsError.notPositive(index: 0, value: 0)) {
      try PairedRatio(of: [1e-300], over: [1e300])
    }
    #expect(throws: StatsError.invalidConfidenceLevel(1)) {
      try PairedRatio(of: three, over: three, level: 1)
    }
  }
}
