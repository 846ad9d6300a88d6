/// The rows of a table of values that commas separate.
enum TableRows {
  /// A row and the number of its line, from 1.
  struct Row {
    var line: Int
    var columns: [String]
  }

  /// More lines than any list has, and more columns.
  static let lineLimit: Int = 10_000
  private static let columnLimit: Int = 64

  /// The rows behind the first one, without empty ones and comments.
  static func read(_ bytes: [UInt8], path: String) throws(EventSourceError) -> [Row] {
    var rows: [Row] = []
    let text: ArraySlice<UInt8> = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
    let lines: [ArraySlice<UInt8>] = text.split(
      separator: 0x0a, maxSplits: lineLimit + 1, omittingEmptySubsequences: false)
    // The last line may end like the others.
    guard lines.count <= lineLimit || lines.count == lineLimit + 1 && lines.last == [] else {
      throw EventSourceError(path: path, problem: .tooManyEntries(limit: lineLimit))
    }
    for (index, line) in lines.enumerated() where index > 0 {
      let columns: [String] = line.split(
        separator: UInt8(ascii: ","), maxSplits: columnLimit, omittingEmptySubsequences: false
      ).map { String(decoding: $0.trimmed, as: UTF8.self) }
      guard let first = columns.first, columns.count > 1 || !first.isEmpty, !first.hasPrefix("#")
      else { continue }
      rows.append(Row(line: index + 1, columns: columns))
    }
    return rows
  }
}
