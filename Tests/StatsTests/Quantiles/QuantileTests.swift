import Stats
import Testing

struct QuantileTests {
  private struct Published: Decodable {
    let x: [Double]
    let probs: [Double]
    let expected: [String: [Double]]
  }

  @Test(
    .enabled(if: SharedData.folder != nil, SharedData.reason), arguments: QuantileType.allCases)
  func `all nine types agree with R to 1e-9`(type: QuantileType) throws {
    let published = try SharedData.decode(
      Published.self, from: "quantiles/hyndman_fan_1_9.json")
    let expected = try #require(published.expected["type\(type.rawValue)"])
    let quantiles = try Sample(published.x).quantiles(published.probs, type: type)
    let counts = try Sample(published.x.map { UInt64($0) })
    for (index, quantile) in quantiles.enumerated() {
      #expect((quantile - expected[index]).magnitude <= 1e-9)
      let ofCounts = try counts.quantile(published.probs[index], type: type)
      #expect((ofCounts - expected[index]).magnitude <= 1e-9)
    }
  }

  /// R: quantile(c(1, 2, 4, 8, 16, 32), c(.1, .25, .5, .9), type = 1...9),
  /// worked out by hand from the definitions.
  @Test(
    arguments: [
      [1, 2, 4, 32], [1, 2, 6, 32], [1, 2, 4, 16], [1, 1.5, 4, 22.4], [1.1, 2, 6, 30.4],
      [1, 1.75, 6, 32], [1.5, 2.5, 6, 24], [1, 1.9166666666666667, 6, 32], [1, 1.9375, 6, 32],
    ].enumerated().map { ($0.offset + 1, $0.element) })
  func `six powers of two by hand`(number: Int, expected: [Double]) throws {
    let type = try #require(QuantileType(rawValue: number))
    let sample = try Sample([16, 1, 32, 4, 2, 8] as [Double])
    for (probability, value) in zip([0.1, 0.25, 0.5, 0.9], expected) {
      #expect((try sample.quantile(probability, type: type) - value).magnitude <= 1e-12)
    }
  }

  @Test(arguments: QuantileType.allCases)
  func `probabilities 0 and 1 are the extremes, and quantiles never fall`(
    type: QuantileType
  ) throws {
    for count in 1...12 {
      let values = (0..<count).map { Double($0 * $0) - 7 }
      let sample = try Sample(values)
      #expect(try sample.quantile(0, type: type) == values[0])
      #expect(try sample.quantile(1, type: type) == values[count - 1])
      var last = -Double.infinity
      for step in 0...1000 {
        let quantile = try sample.quantile(Double(step) / 1000, type: type)
        #expect(quantile >= last)
        last = quantile
      }
    }
  }

  @Test(arguments: [QuantileType.averagedInvertedDistribution] + QuantileType.allCases[4...])
  func `a mirrored sample has mirrored quantiles`(type: QuantileType) throws {
    var random = SeededGenerator(seed: 3)
    for count in 1...20 {
      let values = random.reals(count)
      let sample = try Sample(values)
      let mirrored = try Sample(values.map { -$0 })
      for step in 0...64 {
        let probability = Double(step) / 64
        let quantile = try sample.quantile(probability, type: type)
        let other = try mirrored.quantile(1 - probability, type: type)
        #expect((quantile + other).magnitude <= 1e-12 * (sample.maximum - sample.minimum))
      }
    }
  }

  @Test
  func `whole positions survive rounding`() throws {
    // 0.07 * 100 is 7.000000000000001 in binary64, 0.29 * 100 below 29.
    let sample = try Sample((1...100).map { UInt64($0) })
    for percent in 1...100 {
      let probability = Double(percent) / 100
      let type1 = try sample.quantile(probability, type: .invertedDistribution)
      #expect(type1 == Double(percent))
      let type2 = try sample.quantile(probability, type: .averagedInvertedDistribution)
      #expect(type2 == (percent == 100 ? 100 : Double(percent) + 0.5))
    }
  }

  @Test
  func `the median of the largest counts is exact`() throws {
    let top = UInt64.max
    #expect(try Sample([top]).median == 0x1p64)
    #expect(try Sample([0, top] as [UInt64]).median == 0x1p63)
    // (2^53 + 2^53 + 2) / 2 = 2^53 + 1, a tie that goes to even.
    #expect(try Sample([1 << 53, 1 << 53 + 2] as [UInt64]).median == 0x1p53)
    #expect(try Sample([1 << 53 + 2, 1 << 53 + 2] as [UInt64]).median == 0x1p53 + 2)
    // 2^53 + 1.5 lies above the middle of its neighbours.
    #expect(try Sample([1 << 53, 1 << 53 + 3] as [UInt64]).median == 0x1p53 + 2)
    #expect(try Sample([1, 2] as [UInt64]).median == 1.5)
  }

  @Test
  func `interpolated counts are rounded once`() throws {
    let sample = try Sample([1 << 53 + 1, 1 << 53 + 1 + 1 << 12] as [UInt64])
    // 2^53 + 1 + 2^12 * 3 / 4096 = 2^53 + 4.
    #expect(try sample.quantile(3.0 / 4096) == 0x1p53 + 4)
    let extremes = try Sample([0, .max] as [UInt64])
    #expect(try extremes.quantile(0.25) == 0x1p62)
    #expect(try extremes.quantile(0x1p-60) == 16)
    #expect(try extremes.quantile(0x1p-200) == 0x1p-136)
    #expect(try extremes.quantile(0x1p-1000) == 0x1p-936)
  }

  /// Seed 5: exact in 128 bits, rounded by the standard library.
  @Test
  func `interpolation between any counts is rounded once`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let lower = random.next() >> UInt64.random(in: 2...60, using: &random)
      let step = random.next() >> UInt64.random(in: 2...60, using: &random)
      let places = Int.random(in: 1...53, using: &random)
      let digits = random.next() >> UInt64(64 - places)
      let unit = Double(sign: .plus, exponent: -places, significand: 1)
      let exact = UInt128(lower) << places + UInt128(step) * UInt128(digits)
      let point = UInt64._interpolate(lower, lower + step, Double(digits) * unit)
      #expect(point == Double(exact) * unit)
    }
  }

  @Test
  func `the range of numbers may be as wide as it can be`() throws {
    let largest = Double.greatestFiniteMagnitude
    let sample = try Sample([-largest, largest])
    #expect(sample.median == 0)
    #expect(correctDigits(try sample.quantile(0.25), -largest / 2) >= 15)
    #expect(try Sample([largest, largest]).median == largest)
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity])
  func `a probability outside of 0 to 1 is an error`(probability: Double) throws {
    let sample = try Sample([1, 2, 3] as [Double])
    #expect(throws: StatsError.self) { try sample.quantile(probability) }
    #expect(throws: StatsError.self) { try sample.quantiles([0.5, probability]) }
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `order does not matter, shift and scale carry over`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let values = (0..<Int.random(in: 1...400, using: &random)).map { _ in random.next() >> 20 }
    let sample = try Sample(values)
    let shuffled = try Sample(values.shuffled(using: &random))
    let doubled = try Sample(values.map { $0 * 2 })
    let shifted = try Sample(values.map { $0 + 1 << 50 })
    for step in 0...20 {
      let probability = Double(step) / 20
      for type in QuantileType.allCases {
        let quantile = try sample.quantile(probability, type: type)
        #expect(try shuffled.quantile(probability, type: type) == quantile)
        #expect(try doubled.quantile(probability, type: type) == 2 * quantile)
        let moved = try shifted.quantile(probability, type: type)
        #expect((moved - 0x1p50 - quantile).magnitude <= 0.25)
      }
    }
    #expect(shuffled.median == sample.median && doubled.median == 2 * sample.median)
    #expect(doubled.interquartileRange == 2 * sample.interquartileRange)
  }
}
