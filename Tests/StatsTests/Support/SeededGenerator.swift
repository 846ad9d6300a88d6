/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// Counts of a random width above a random offset.
  mutating func counts(_ number: Int) -> [UInt64] {
    let shift = UInt64.random(in: 1...63, using: &self)
    let offset = next() >> UInt64.random(in: 1...63, using: &self)
    return (0..<number).map { _ in next() >> shift + offset }
  }

  /// Numbers of about the same, random magnitude around a random offset.
  mutating func reals(_ number: Int) -> [Double] {
    let scale = Double(
      sign: .plus, exponent: Int.random(in: -60...60, using: &self), significand: 1)
    let offset = Double.random(in: -4...4, using: &self) * scale
    return (0..<number).map { _ in Double.random(in: -1...1, using: &self) * scale + offset }
  }
}
