internal import PerfEvent

/// Text of an event in one of the forms of Unicode.
enum EventText {
  /// The marks at the begin of a text that tell its form, longer ones first.
  private static let marks: [(bytes: [UInt8], unit: Int, order: ByteOrder)] = [
    ([0, 0, 0xfe, 0xff], 4, .bigEndian), ([0xff, 0xfe, 0, 0], 4, .littleEndian),
    ([0xef, 0xbb, 0xbf], 1, .littleEndian), ([0xfe, 0xff], 2, .bigEndian),
    ([0xff, 0xfe], 2, .littleEndian),
  ]

  /// Decodes text.
  ///
  /// - Parameters:
  ///   - bytes: The text, without an end mark.
  ///   - unit: The size of its units: 1, 2 or 4.
  ///   - order: The byte order of the units.
  ///   - mayHaveMark: Whether a mark at the begin tells the true form.
  /// - Returns: The text, with replacement characters for what is not Unicode.
  static func decode(
    _ bytes: [UInt8], unit: Int, order: ByteOrder, mayHaveMark: Bool = false
  ) -> String {
    // In units of a known size, only a mark of that size is one.
    if mayHaveMark,
      let mark = marks.first(where: {
        (unit == 1 || unit == $0.unit) && bytes.starts(with: $0.bytes)
      })
    {
      return decode(Array(bytes[mark.bytes.count...]), unit: mark.unit, order: mark.order)
    }
    if unit == 1 { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 0, to: bytes.count / unit * unit, by: unit).map { start in
      EventBytes.number(bytes[start..<(start + unit)], order)
    }
    if unit == 2 {
      return String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
    }
    var text = String.UnicodeScalarView()
    for number in units {
      text.append(Unicode.Scalar(UInt32(truncatingIfNeeded: number)) ?? "\u{fffd}")
    }
    return String(text)
  }

  /// Decodes characters of one byte that stand for the first ones of Unicode.
  static func decode(latin bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    return String(text)
  }
}
