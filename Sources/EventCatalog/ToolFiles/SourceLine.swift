/// One line of a file of a tool.
struct SourceLine {
  /// The number of the line, from 1.
  let number: Int
  /// The bytes without the end of the line.
  let bytes: ArraySlice<UInt8>

  /// The whole line, with bytes that are no text replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The parts between blanks, at most as many as asked for; the last one takes the rest.
  func words(limit: Int = Int.max) -> [String] {
    bytes.split(maxSplits: max(limit - 1, 0), whereSeparator: \.isBlank).map {
      String(decoding: $0.trimmed, as: UTF8.self)
    }
  }

  /// Whether the line starts with a blank.
  var isIndented: Bool { bytes.first?.isBlank ?? false }

  /// The line without blanks at both ends.
  var trimmed: ArraySlice<UInt8> { bytes.trimmed }

  /// Whether the line, perhaps behind blanks, says nothing.
  var isComment: Bool {
    let trimmed: ArraySlice<UInt8> = trimmed
    return trimmed.isEmpty || trimmed.first == UInt8(ascii: "#")
  }
}
