extension UInt8 {
  /// Whether the byte is a space, a tab or the end of a line.
  var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}

extension BidirectionalCollection<UInt8> {
  /// The bytes without blanks at both ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

extension Substring {
  /// The text without blanks at both ends.
  var trimmed: String { String(Substring(utf8.trimmed)) }
}
