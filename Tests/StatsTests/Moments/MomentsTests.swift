import Stats
import Testing

struct MomentsTests {
  @Test
  func `no values have no moments and one has no variance`() throws {
    let none = Moments()
    #expect(none.count == 0 && none.mean == nil && none.variance == nil)
    let one = try Moments(of: [-2.5])
    #expect(one.mean == -2.5 && one.variance == nil && one.standardError == nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity], [0, 1, 1023, 1024, 2999])
  func `a value that is not finite is an error that changes nothing`(
    value: Double, index: Int
  ) throws {
    var values = [Double](repeating: 1.5, count: 3000)
    values[index] = value
    var moments = try Moments(of: [1, 2])
    let before = moments
    let error = try #require(throws: StatsError.self) { try moments.add(contentsOf: values) }
    guard case .notFinite(index, _) = error else {
      Issue.record("wrong error: \(error)")
      return
    }
    #expect(throws: StatsError.self) { try moments.add(value) }
    #expect(moments == before)
  }

  @Test(arguments: [-1000, -400, -299, -100, 0, 100, 400, 478, 960])
  func `the whole range of magnitudes keeps its digits`(exponent: Int) throws {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let values = [0, 1, 2, 3, 4, 10].map { $0 * unit }
    let batch = try Moments(of: values)
    var single = Moments()
    for value in values { try single.add(value) }
    for moments in [batch, single] {
      #expect(correctDigits(moments.mean.map { $0 / unit }, 20.0 / 6) >= 15)
      let deviation = (190.0 / 3 / 5).squareRoot()
      #expect(correctDigits(moments.standardDeviation.map { $0 / unit }, deviation) >= 14.9)
    }
  }

  @Test
  func `numbers at the end of the range have a finite mean and deviation`() throws {
    let largest = Double.greatestFiniteMagnitude
    let moments = try Moments(of: [Double](repeating: largest, count: 5000))
    #expect(moments.mean == largest)
    #expect(moments.standardDeviation == 0)
    let mixed = try Moments(of: [largest / 2, -largest / 2, largest / 4, -largest / 4])
    #expect(mixed.mean == 0)
    #expect(correctDigits(mixed.standardDeviation, largest * (0.625 / 3).squareRoot()) >= 14.9)
    #expect(mixed.variance == .infinity)
  }

  @Test
  func `subnormal numbers are told apart`() throws {
    let least = Double.leastNonzeroMagnitude
    let moments = try Moments(of: [0, 4 * least, 8 * least])
    #expect(moments.mean == 4 * least)
    #expect(moments.standardDeviation == 4 * least)
  }

  @Test
  func `a wild first value does not spoil the rest`() throws {
    // Shifted by the first value, 1e18, squares of the others would cancel.
    var first = try Moments(of: [1e18])
    var rest = Moments()
    for index in 0..<2000 { try rest.add(Double(index % 2)) }
    #expect(correctDigits(rest.variance, 500.0 / 1999) >= 14)
    try first.merge(rest)
    let together = try Moments(of: [1e18] + (0..<2000).map { Double($0 % 2) })
    #expect(correctDigits(together.mean, (1e18 + 1000) / 2001) >= 14)
    #expect(correctDigits(first.standardDeviation, together.standardDeviation ?? 0) >= 14)
  }

  @Test(arguments: [0.1, 1e300, -0x1p-1030, 0, 3])
  func `equal values have no deviation at all`(value: Double) throws {
    for count in [2, 3, 7, 1000, 5003] {
      let moments = try Moments(of: [Double](repeating: value, count: count))
      #expect(moments.mean == value)
      #expect(moments.standardDeviation == 0)
    }
  }

  /// Seeds 1 to 50: integers of up to 53 bits in binary64, with exact moments
  /// as reference.
  @Test(arguments: 1...50)
  func `integers agree with the exact moments`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let offset = random.next() >> UInt64.random(in: 12...60, using: &random)
    let counts = (0..<Int.random(in: 2...5000, using: &random)).map { _ in
      offset + random.next() >> 44
    }
    let exact = try ExactMoments(of: counts)
    let moments = try Moments(of: counts.map { Double($0) })
    #expect(correctDigits(moments.mean, exact.mean ?? 0) >= 14.9)
    #expect(correctDigits(moments.standardDeviation, exact.standardDeviation ?? 0) >= 14.5)
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `splits, orders and ways to add agree to 1e-14`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let values = random.reals(Int.random(in: 2...4000, using: &random))
    let whole = try Moments(of: values)
    let deviation = try #require(whole.standardDeviation)
    let mean = try #require(whole.mean)
    let cut = Int.random(in: 0...values.count, using: &random)
    var merged = try Moments(of: Array(values[..<cut]))
    try merged.merge(Moments(of: Array(values[cut...])))
    var single = Moments()
    for value in values { try single.add(value) }
    let shuffled = try Moments(of: values.shuffled(using: &random))
    for other in [merged, single, shuffled] {
      #expect(other.count == whole.count)
      #expect(correctDigits(other.standardDeviation, deviation) >= 14)
      let difference = try #require(other.mean) - mean
      #expect(difference.magnitude <= 1e-14 * (deviation + mean.magnitude))
    }
  }

  @Test
  func `a count beyond 2^63 - 1 is an error that changes nothing`() throws {
    var moments = try Moments(of: [1])
    for _ in 0..<62 { try moments.merge(moments) }
    let before = moments
    #expect(throws: StatsError.tooManyValues) { try moments.merge(before) }
    #expect(moments == before && moments.mean == 1 && moments.variance == 0)
  }
}
