/// Reads the numbers of a list one after the other.
struct FieldNumberCursor {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  /// Whether no number is left.
  var isAtEnd: Bool { index >= bytes.endIndex }

  /// Whether the field says in words that it holds nothing.
  var saysNothing: Bool {
    guard let first = bytes.first, first >= UInt8(ascii: "A") else { return false }
    let words: [String] = ["na", "null", "none", "tbd"]
    return bytes.count <= 4 && words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// The next number, nil if there is none or it makes no sense.
  mutating func next() -> FieldNumber? {
    skipBlanks()
    var isHexadecimal: Bool = false
    if index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "0"),
      bytes[index + 1] | 0x20 == UInt8(ascii: "x")
    {
      isHexadecimal = true
      index += 2
    }
    let radix: UInt64 = isHexadecimal ? 16 : 10
    let start: Int = index
    var value: UInt64 = 0
    while index < bytes.endIndex, let digit = HexadecimalDigit.value(bytes[index]),
      UInt64(digit) < radix
    {
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      if overflows || carries { return nil }
      value = sum
      index += 1
    }
    if index == start { return nil }
    skipBlanks()
    if index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index += 1
    }
    return FieldNumber(value: value, isHexadecimal: isHexadecimal)
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }
}
