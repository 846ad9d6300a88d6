import PerfEvent

/// Puts numbers into bytes in either byte order.
struct ByteWriter {
  let order: ByteOrder
  private(set) var bytes: [UInt8] = []

  init(_ order: ByteOrder = .littleEndian) {
    self.order = order
  }

  mutating func put<T: FixedWidthInteger>(_ number: T) {
    let stored = order == .littleEndian ? number.littleEndian : number.bigEndian
    Swift.withUnsafeBytes(of: stored) { bytes += $0 }
  }

  mutating func u64(_ numbers: UInt64...) { for number in numbers { put(number) } }
  mutating func u32(_ numbers: UInt32...) { for number in numbers { put(number) } }
  mutating func u16(_ numbers: UInt16...) { for number in numbers { put(number) } }
  mutating func u8(_ numbers: UInt8...) { bytes += numbers }
  mutating func raw(_ more: [UInt8]) { bytes += more }

  /// Text, a NUL byte, and zeros up to a multiple of eight.
  mutating func text(_ text: String) {
    bytes += Array(text.utf8) + [0]
    pad(8)
  }

  /// Text behind its padded length, as header features hold it.
  mutating func sized(_ text: String) {
    let count = (text.utf8.count + 1 + 63) / 64 * 64
    u32(UInt32(count))
    bytes += Array(text.utf8)
    bytes += [UInt8](repeating: 0, count: count - text.utf8.count)
  }

  mutating func pad(_ multiple: Int) {
    while bytes.count % multiple != 0 { bytes.append(0) }
  }
}
