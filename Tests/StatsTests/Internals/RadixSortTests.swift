import Testing

@testable import Stats

struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 3, 100, 191, 192, 193, 1000, 5999, 6000, 20_000])
  func `every size and shape comes out as the standard sort has it`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let shapes: [[UInt64]] = [
      (0..<count).map { _ in random.next() },
      (0..<count).map { _ in random.next() >> 50 },
      (0..<count).map { _ in random.next() << 50 },
      (0..<count).map { _ in random.next() & 0xff00_0000_00ff },
      (0..<count).map { UInt64($0) },
      (0..<count).map { UInt64(count - $0) },
      [UInt64](repeating: .max, count: count),
      (0..<count).map { $0 % 2 == 0 ? 0 : .max },
    ]
    for keys in shapes {
      var sorted = keys
      RadixSort.sort(&sorted)
      #expect(sorted == keys.sorted())
    }
  }

  @Test(arguments: [5, 200, 7000])
  func `numbers of both signs are in order`(count: Int) throws {
    var random = SeededGenerator(seed: 42)
    var values = (0..<count).map { _ in Double.random(in: -1e9...1e9, using: &random) }
    values += [0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]
    values += [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]
    #expect(try Sample(values).sortedValues == values.sorted())
  }
}
