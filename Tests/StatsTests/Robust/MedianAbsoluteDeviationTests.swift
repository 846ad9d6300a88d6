import Stats
import Testing

struct MedianAbsoluteDeviationTests {
  private func plain(_ values: [Double]) -> Double {
    func median(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    let center = median(values)
    return median(values.map { ($0 - center).magnitude })
  }

  @Test(arguments: 1...6)
  func `all small samples agree with the definition`(length: Int) throws {
    for values in sequences(of: [0, 1, 3, 7] as [UInt64], length: length) {
      let reals = values.map { Double($0) }
      #expect(try Sample(values).medianAbsoluteDeviation == plain(reals))
      #expect(try Sample(reals).medianAbsoluteDeviation == plain(reals))
    }
  }

  /// Seeds 1 to 50.
  @Test(arguments: 1...50)
  func `random samples agree with the definition`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let reals = random.reals(Int.random(in: 1...600, using: &random))
    #expect(try Sample(reals).medianAbsoluteDeviation == plain(reals))
    let counts = (0..<Int.random(in: 1...600, using: &random)).map { _ in random.next() >> 14 }
    let expected = plain(counts.map { Double($0) })
    #expect(try Sample(counts).medianAbsoluteDeviation == expected)
  }

  @Test
  func `the largest counts are exact`() throws {
    let top = UInt64.max
    // The median is 2^63 - 1/2 and both deviations as large.
    #expect(try Sample([0, top]).medianAbsoluteDeviation == 0x1p63)
    #expect(try Sample([0, 0, top]).medianAbsoluteDeviation == 0)
    #expect(try Sample([top - 3, top - 1, top]).medianAbsoluteDeviation == 1)
    #expect(try Sample([top - 2, top - 1] as [UInt64]).medianAbsoluteDeviation == 0.5)
    // Deviations from 1.5 are 0.5, 0.5, 1.5 and 5.5.
    #expect(try Sample([0, 1, 2, 7] as [UInt64]).medianAbsoluteDeviation == 1)
  }

  @Test
  func `the widest range does not overflow`() throws {
    let largest = Double.greatestFiniteMagnitude
    #expect(try Sample([-largest, largest]).medianAbsoluteDeviation == largest)
    #expect(try Sample([-largest, -largest, largest]).medianAbsoluteDeviation == 0)
    let four = try Sample([-largest, -largest, largest, largest])
    #expect(four.medianAbsoluteDeviation == largest)
  }

  @Test
  func `the scaled deviation has the factor 1.4826`() throws {
    let sample = try Sample([1, 2, 4] as [UInt64])
    #expect(sample.scaledMedianAbsoluteDeviation == 1.4826)
  }
}
