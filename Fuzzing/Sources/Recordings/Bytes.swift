/// Bytes written one after another, in little-endian order.
public struct Bytes {
  /// What has been written.
  public private(set) var contents: [UInt8] = []

  /// Creates an empty row of bytes.
  public init() {}

  /// Appends numbers of one width.
  public mutating func append<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { contents.append(contentsOf: $0) }
    }
  }

  /// Appends bytes as they are.
  public mutating func append(bytes: [UInt8]) {
    contents.append(contentsOf: bytes)
  }

  /// Appends a text, a zero, and zeros up to a multiple of 8 bytes.
  public mutating func append(text: String) {
    contents.append(contentsOf: text.utf8)
    contents.append(0)
    pad(to: 8)
  }

  /// Appends a text as feature sections hold it: its padded length first.
  public mutating func append(counted text: String) {
    let length = (text.utf8.count + 1 + 63) / 64 * 64
    append(UInt32(length))
    contents.append(contentsOf: text.utf8)
    contents.append(contentsOf: repeatElement(0, count: length - text.utf8.count))
  }

  /// Appends zeros until the length is a multiple of a number.
  public mutating func pad(to multiple: Int) {
    while contents.count % multiple != 0 { contents.append(0) }
  }

  /// Replaces the number at an offset.
  public mutating func replace<Number: FixedWidthInteger>(at offset: Int, by number: Number) {
    withUnsafeBytes(of: number.littleEndian) {
      contents.replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }
}
