/// A table of text with aligned columns.
public struct TextTable: Sendable {
  /// The side on which a column's cells are flush.
  public enum Alignment: Sendable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]] = []
  private let separator: String

  /// Creates an empty table with a column for each alignment.
  public init(columns alignments: [Alignment], separator: String = "  ") {
    self.alignments = alignments
    self.separator = separator
  }

  /// Appends a row; missing cells are empty, cells beyond the columns are flush left.
  public mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// The rows as lines, without spaces at their ends.
  public var text: String {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    var text = ""
    for row in rows {
      var line = ""
      for (index, cell) in row.enumerated() {
        if index > 0 { line += separator }
        let gap = String(repeating: " ", count: widths[index] - cell.count)
        let alignment = index < alignments.count ? alignments[index] : .left
        line += alignment == .left ? cell + gap : gap + cell
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
