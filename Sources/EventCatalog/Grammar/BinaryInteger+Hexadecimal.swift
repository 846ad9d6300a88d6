extension BinaryInteger {
  /// The number as codes are written, such as `0x1a8`.
  var hexadecimal: String { "0x" + String(self, radix: 16) }
}
