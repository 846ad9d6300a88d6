/// Numbers that follow from a seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt32) {
    state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  mutating func number() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }

  /// A number below a limit; 0 when the limit is 0.
  mutating func below(_ limit: Int) -> Int {
    limit <= 0 ? 0 : Int(number() >> 33) % limit
  }

  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  mutating func element<Element>(of array: [Element]) -> Element? {
    array.isEmpty ? nil : array[below(array.count)]
  }

  /// A run of a few elements of an array.
  mutating func run(in count: Int, atMost most: Int) -> Range<Int> {
    let start = below(count)
    return start..<min(count, start + 1 + below(most))
  }

  /// A number at which parsers tend to go wrong, for a field of some bytes.
  mutating func edge(near size: Int) -> UInt64 {
    let near = UInt64(clamping: size)
    let edges: [UInt64] = [
      0, 1, 2, 3, 4, 7, 8, 9, 16, 64, 255, 4096, 0x7fff, 0xfff8, 0xffff, 0x7fff_ffff,
      0x8000_0000, 0xffff_ffff, .max >> 1, 1 << 63, .max, .max - 7, .max - 511, .max - 639, near,
      near &+ 1, near &+ 8, near &- 8, near / 8, near / 8 &+ 1, near / 16, near / 24, 1 << 61,
      1 << 60 | 1, 1 << 32, 100, 101,
    ]
    return edges[below(edges.count)]
  }
}
