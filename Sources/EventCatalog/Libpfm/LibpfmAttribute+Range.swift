extension LibpfmAttribute {
  /// The values that a modifier takes, where the library says it.
  ///
  /// It says so only in its descriptions, as in `counter-mask in range [0-255]`.
  public var range: ClosedRange<UInt64>? {
    switch kind {
    case .flag: return 0...1
    case .number: return summary.flatMap { Self.range(in: $0.description) }
    case .unknown, .unitMask, .rawUnitMask: return nil
    }
  }

  /// The range that stands in brackets in a text.
  static func range(in text: String) -> ClosedRange<UInt64>? {
    let bytes: [UInt8] = Array(text.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let bounds: [UInt64?] = bytes[(open + 1)..<close]
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { UInt64(String(decoding: $0, as: UTF8.self)) }
    guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], lower <= upper else {
      return nil
    }
    return lower...upper
  }
}
