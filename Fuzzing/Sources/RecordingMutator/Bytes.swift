/// Numbers in bytes, in either order; what lies outside is 0 and not written.
extension [UInt8] {
  func number(at offset: Int, width: Int, isBig: Bool) -> UInt64 {
    guard offset >= 0, width <= count, offset <= count - width else { return 0 }
    var value: UInt64 = 0
    for index in 0..<width {
      value = value << 8 | UInt64(self[offset + (isBig ? index : width - 1 - index)])
    }
    return value
  }

  mutating func put(_ value: UInt64, at offset: Int, width: Int, isBig: Bool) {
    guard offset >= 0, width <= count, offset <= count - width else { return }
    for index in 0..<width {
      let shift = UInt64(8 * (isBig ? width - 1 - index : index))
      self[offset + index] = UInt8(truncatingIfNeeded: value >> shift)
    }
  }

  /// The bytes of a section, as far as they are there.
  func section(_ offset: UInt64, _ size: UInt64) -> [UInt8] {
    let start = Int(clamping: Swift.min(offset, UInt64(count)))
    let end = start + Int(clamping: Swift.min(size, UInt64(count - start)))
    return Array(self[start..<end])
  }

  /// A number in bytes of its own.
  static func number(_ value: UInt64, width: Int, isBig: Bool) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: width)
    bytes.put(value, at: 0, width: width, isBig: isBig)
    return bytes
  }
}
