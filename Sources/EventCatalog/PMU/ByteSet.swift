/// A set of bytes that is asked in constant time.
struct ByteSet {
  private var bits: SIMD4<UInt64> = .zero

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte >> 6)] & 1 << UInt64(byte & 63) != 0
  }
}
