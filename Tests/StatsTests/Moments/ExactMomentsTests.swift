import Stats
import Testing

struct ExactMomentsTests {
  @Test
  func `no values have no moments and one has no variance`() throws {
    let none = ExactMoments()
    #expect(none.count == 0 && none.mean == nil && none.variance == nil)
    let one = try ExactMoments(of: [7])
    #expect(one.mean == 7 && one.variance == nil && one.standardDeviation == nil)
    #expect(one.standardError == nil)
  }

  /// Numerators and denominators below 2^53 make the quotient of two binary64
  /// numbers the correctly rounded one.
  @Test(arguments: 1...5)
  func `all small samples agree with plain arithmetic`(length: Int) throws {
    for values in sequences(of: [0, 1, 2, 5, 1_000_003] as [UInt64], length: length) {
      let moments = try ExactMoments(of: values)
      let count = UInt64(length)
      let sum = values.reduce(0, +)
      #expect(moments.sum == UInt128(sum))
      #expect(moments.mean == Double(sum) / Double(count))
      guard length > 1 else { continue }
      let squares = values.reduce(0) { $0 + $1 * $1 }
      let variance = Double(count * squares - sum * sum) / Double(count * (count - 1))
      #expect(moments.variance == variance)
      let root = variance.squareRoot()
      let deviation = try #require(moments.standardDeviation)
      #expect((deviation - root).magnitude <= root.ulp)
    }
  }

  /// Mean, variance and deviation from Python's fractions and integer roots.
  @Test(
    arguments: [
      ([0, .max], [0x1p63, 0x1p127, 0x1.6a09e667f3bcdp63]),
      ([.max, .max, .max], [0x1p64, 0, 0]),
      ([.max - 1, .max], [0x1p64, 0.5, 0x1.6a09e667f3bcdp-1]),
      ([.max - 2, .max - 1, .max], [0x1p64, 1, 1]),
      ([0, 0, .max], [0x1.5555555555555p62, 0x1.5555555555555p126, 0x1.279a74590331cp63]),
      ([1 << 63, 1 << 63 + 1, 1 << 63 + 3], [0x1p63, 0x1.2aaaaaaaaaaabp1, 0x1.870be4c1c28b2p0]),
    ] as [([UInt64], [Double])])
  func `the largest counts are exact`(values: [UInt64], expected: [Double]) throws {
    let moments = try ExactMoments(of: values)
    #expect(moments.mean == expected[0])
    #expect(moments.variance == expected[1])
    #expect(moments.standardDeviation == expected[2])
  }

  @Test
  func `many of the largest counts do not overflow`() throws {
    let extremes = [UInt64](repeating: .max, count: 3000) + [UInt64](repeating: 0, count: 3000)
    var moments = try ExactMoments(of: extremes)
    for _ in 0..<30 { try moments.merge(moments) }
    #expect(moments.count == 6000 << 30)
    #expect(moments.sum == UInt128(UInt64.max) * UInt128(3000 << 30))
    #expect(moments.mean == 0x1p63)
    // The variance is max² / 4 * n / (n - 1).
    #expect(moments.variance == 0x1.00000000002bbp126)
  }

  @Test
  func `a count beyond 2^63 - 1 is an error that changes nothing`() throws {
    var moments = try ExactMoments(of: [.max])
    for _ in 0..<62 { try moments.merge(moments) }
    #expect(moments.count == 1 << 62)
    #expect(moments.mean == 0x1p64 && moments.variance == 0)
    let before = moments
    #expect(throws: StatsError.tooManyValues) { try moments.merge(before) }
    #expect(moments == before)
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `order, splits and ways to add change no bit`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let values = random.counts(Int.random(in: 1...1500, using: &random))
    let whole = try ExactMoments(of: values)
    #expect(try ExactMoments(of: values.shuffled(using: &random)) == whole)
    let cut = Int.random(in: 0...values.count, using: &random)
    var merged = try ExactMoments(of: Array(values[cut...]))
    try merged.merge(ExactMoments(of: Array(values[..<cut])))
    #expect(merged == whole)
    var single = ExactMoments()
    for value in values { try single.add(value) }
    #expect(single == whole)
  }

  /// Seeds 1 to 50: the same values moved by an offset keep all bits of their
  /// variance.
  @Test(arguments: 1...50)
  func `an offset does not touch the variance`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let values = (0..<300).map { _ in random.next() >> 34 }
    let near = try ExactMoments(of: values)
    let far = try ExactMoments(of: values.map { $0 + (UInt64.max - 1 << 30) })
    #expect(near.variance == far.variance)
    #expect(near.standardDeviation == far.standardDeviation)
  }

  @Test
  func `a power of two scales everything exactly`() throws {
    let values: [UInt64] = [3, 17, 99, 1234, 77_777]
    let small = try ExactMoments(of: values)
    let large = try ExactMoments(of: values.map { $0 << 40 })
    #expect(large.mean == small.mean.map { $0 * 0x1p40 })
    #expect(large.variance == small.variance.map { $0 * 0x1p80 })
    #expect(large.standardDeviation == small.standardDeviation.map { $0 * 0x1p40 })
  }
}
