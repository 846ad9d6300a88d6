/// The lines of a format's text, taken apart.
struct TracepointFormatParser {
  private(set) var name: String?
  private(set) var id: UInt64?
  private(set) var fields: [TracepointField] = []
  private(set) var printFormat: String = ""
  private let longSize: Int
  private let isSwapped: Bool

  init(_ text: String, longSize: Int, isSwapped: Bool) throws(PerfDataError) {
    self.longSize = longSize
    self.isSwapped = isSwapped
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      let line = text[start..<end]
      if line.hasPrefix("print fmt: ") {
        // The expression is the last thing, and may go on over several lines.
        printFormat = String(text[start...].dropFirst(11).trimmingLineEnd)
        return
      }
      guard try read(line.trimmingSpaces) else {
        throw PerfDataError(
          .invalidFormat, subject: "tracepoint format",
          offset: UInt64(text.utf8.distance(from: text.startIndex, to: start)),
          detail: "the line is \(String(reflecting: String(line.prefix(80))))")
      }
      if end == text.endIndex { return }
      start = text.utf8.index(after: end)
    }
  }

  /// Reads a line, and tells whether it makes sense; a line of unknown kind does.
  private mutating func read(_ line: Substring) throws(PerfDataError) -> Bool {
    if line.hasPrefix("name: ") {
      name = String(line.dropFirst(6).trimmingSpaces)
    } else if line.hasPrefix("ID: ") {
      id = UInt64(line.dropFirst(4).trimmingSpaces)
      return id != nil
    } else if line.hasPrefix("field") {
      return readField(line)
    }
    return true
  }

  /// More bytes than a record can have.
  private static let mostBytes: Int = 1 << 24

  private mutating func readField(_ line: Substring) -> Bool {
    let parts = line.split(separator: ";")
    guard let colon = parts.first?.firstIndex(of: ":"), let first = parts.first else {
      return false
    }
    let declaration = TracepointDeclaration(
      parsing: first[first.index(after: colon)...], longSize: longSize)
    var numbers: [Substring: Int] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      numbers[pair[0].trimmingSpaces] = Int(pair[1].trimmingSpaces)
    }
    let most = TracepointFormatParser.mostBytes
    guard let offset = numbers["offset"], let size = numbers["size"],
      (0...most).contains(offset), (0...most).contains(size),
      declaration.placement == .inline || size == 4
    else { return false }
    fields.append(
      TracepointField(
        declaration, offset: offset, size: size, isSigned: numbers["signed"] ?? 0 != 0,
        isSwapped: isSwapped))
    return true
  }
}

extension Substring {
  fileprivate var trimmingLineEnd: Substring {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
