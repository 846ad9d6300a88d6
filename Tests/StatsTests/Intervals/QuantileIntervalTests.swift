import Stats
import Testing

struct QuantileIntervalTests {
  /// Binomial probabilities of `trials` draws with the probability
  /// `numerator` / 2^`bits`, as integers over 2^(`bits` * `trials`).
  private func weights(trials: Int, numerator: UInt128, bits: Int) -> [UInt128] {
    var weights: [UInt128] = [1]
    let complement = (1 as UInt128) << bits - numerator
    for _ in 0..<trials {
      var next = [UInt128](repeating: 0, count: weights.count + 1)
      for (index, weight) in weights.enumerated() {
        next[index] += weight * complement
        next[index + 1] += weight * numerator
      }
      weights = next
    }
    return weights
  }

  @Test(arguments: [(1, 1), (1, 2), (3, 2), (1, 4), (7, 3)], [0.5, 0.9, 0.95, 0.99, 0.999])
  func `ranks and coverage agree with exact integers`(
    probability: (numerator: UInt128, bits: Int), level: Double
  ) throws {
    let (numerator, bits) = probability
    let tail = (1 - level) / 2
    for count in 1...(120 / bits) where count <= 60 {
      let weights = weights(trials: count, numerator: numerator, bits: bits)
      let total = Double((1 as UInt128) << (bits * count))
      let sample = try Sample((1...count).map { UInt64($0) })
      let interval = try sample.interval(
        ofQuantile: Double(numerator) / Double(1 << bits), level: level)
      let ranks = interval.lowerRank..<interval.upperRank
      let covered = weights[ranks].reduce(0, +)
      #expect((interval.coverage - Double(covered) / total).magnitude <= 1e-15)
      // The tails hold at most half of the rest, and one rank less would not do.
      let below = weights[..<ranks.lowerBound].reduce(0, +)
      let above = weights[ranks.upperBound...].reduce(0, +)
      #expect(Double(below) / total <= tail * (1 + 1e-10))
      #expect(Double(above) / total <= tail * (1 + 1e-10))
      #expect(Double(below + weights[ranks.lowerBound]) / total > tail)
      #expect(Double(above + weights[ranks.upperBound - 1]) / total > tail)
      #expect(interval.lower == (ranks.lowerBound == 0 ? nil : UInt64(ranks.lowerBound)))
      #expect(interval.upper == (ranks.upperBound > count ? nil : UInt64(ranks.upperBound)))
    }
  }

  @Test
  func `95 percent need 6 values, 99 percent 8`() throws {
    for count in 1...10 {
      let sample = try Sample((1...count).map { Double($0) })
      #expect((try sample.medianInterval().bounds != nil) == (count >= 6))
      #expect((try sample.medianInterval(level: 0.99).bounds != nil) == (count >= 8))
    }
    let six = try Sample([5, 3, 9, 1, 7, 11] as [UInt64]).medianInterval()
    #expect(six.bounds == 1...11)
    #expect(six.coverage == 0.96875)
    #expect(six.description == "[1, 11] at 96.8 %")
    let exact = try Sample([5, 3, 9, 1, 7, 11] as [UInt64]).medianInterval(level: 0.96875)
    #expect(exact.bounds == 1...11)
  }

  @Test
  func `too few values leave an end open`() throws {
    let sample = try Sample((1...100).map { UInt64($0) })
    let high = try sample.interval(ofQuantile: 0.99)
    #expect(high.lower == 97 && high.upper == nil && high.upperRank == 101)
    #expect(high.bounds == nil)
    #expect(high.description.hasPrefix("[97, unbounded) at 98."))
    let low = try sample.interval(ofQuantile: 0.01)
    #expect(low.lower == nil && low.upper == 4)
  }

  @Test(arguments: [1000, 100_000, 1_000_000])
  func `large samples follow the normal approximation`(count: Int) throws {
    let interval = try Sample((1...count).map { UInt64($0) }).medianInterval()
    let reach = 1.959964 * Double(count).squareRoot() / 2
    #expect((Double(interval.lowerRank) - (Double(count) / 2 - reach)).magnitude <= 1.5)
    #expect(interval.lowerRank + interval.upperRank == count + 1)
    #expect(interval.coverage >= 0.95 && interval.coverage < 0.954)
  }

  /// Seed 11: medians of uniform numbers, whose true median is 0.5.
  @Test
  func `intervals contain the truth as often as they promise`() throws {
    var random = SeededGenerator(seed: 11)
    let trials = 4000
    var hits = 0
    var coverage = 0.0
    for _ in 0..<trials {
      let values = (0..<15).map { _ in Double.random(in: 0..<1, using: &random) }
      let interval = try Sample(values).medianInterval()
      coverage = interval.coverage
      if try #require(interval.bounds).contains(0.5) { hits += 1 }
    }
    // Five standard deviations of a binomial share.
    let error = 5 * (coverage * (1 - coverage) / Double(trials)).squareRoot()
    #expect((Double(hits) / Double(trials) - coverage).magnitude < error)
  }

  @Test(arguments: [0, 1, -1, 2, .nan, .infinity] as [Double])
  func `probability and level have to lie between 0 and 1`(value: Double) throws {
    let sample = try Sample([1, 2, 3] as [UInt64])
    #expect(throws: StatsError.self) { try sample.medianInterval(level: value) }
    #expect(throws: StatsError.self) { try sample.interval(ofQuantile: value) }
  }

  @Test(arguments: [Double.leastNonzeroMagnitude, 1e-300, 1 - 0x1p-53, 0x1p-53])
  func `extreme probabilities and levels give an answer`(value: Double) throws {
    let sample = try Sample((1...50).map { UInt64($0) })
    let interval = try sample.interval(ofQuantile: value, level: 0.95)
    #expect(interval.coverage >= 0.95 && interval.coverage <= 1)
    #expect(try sample.medianInterval(level: value).coverage > 0)
  }
}
