import CatalogSupport
import CommandLineSupport

/// Lines with a name, further short cells and a description.
///
/// On a terminal, descriptions are wrapped and stay in their column; elsewhere each row is
/// one line, for the tools that read it.
struct ColumnTable: ~Copyable {
  /// The widths of the cells in front of the description.
  private let widths: [Int]
  /// The columns of the terminal, nil if there is none.
  private let columns: Int?
  private var text = TextBuffer()

  /// The name's column is no wider than most names, so that a few long ones do not
  /// move all descriptions out of sight.
  private static let nameLimit: Int = 48
  /// A description that has less room than this goes below its name.
  private static let descriptionMinimum: Int = 28

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - widths: The widths of the longest cells, that of the name first.
  ///   - columns: The columns of the terminal, nil if there is none.
  init(widths: [Int], columns: Int?) {
    var widths: [Int] = widths.map { min($0, Self.nameLimit) }
    if let columns, let name = widths.first {
      let others: Int = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
      widths[0] = max(min(name, max(columns / 2, 16), columns - others), 8)
    }
    self.widths = widths
    self.columns = columns
  }

  /// The number of places that a text takes.
  static func width(of text: String) -> Int {
    isPlain(text) ? text.utf8.count : visible(text).count
  }

  /// Writes a row.
  mutating func write(
    _ cells: [String], _ description: String, to output: inout Output
  ) throws(OutputError) {
    let description: String = visible(oneLine(description))
    if let columns {
      appendRow(cells, description, columns: columns)
    } else {
      appendCells(cells[...], widths[...])
      append(description)
    }
    try output.write(text)
    text.removeAll()
  }

  /// Appends a row of one line or more that are no longer than a terminal's.
  private mutating func appendRow(_ cells: [String], _ description: String, columns: Int) {
    if let name = cells.first, Self.width(of: name) > widths[0], cells.count > 1 {
      append(visible(name))
      text.pad(0, to: widths[0] + 2)
      appendCells(cells.dropFirst(), widths.dropFirst())
    } else {
      appendCells(cells[...], widths[...])
    }
    let start: Int = widths.reduce(0) { $0 + $1 + 2 }
    let isBelow: Bool = columns - start < Self.descriptionMinimum
    let indent: Int = isBelow ? 4 : start
    let lines: [Substring] = Self.wrapped(description, to: max(columns - indent, 16))
    if isBelow, !lines.isEmpty { append("") }
    for (index, line) in lines.enumerated() {
      if index > 0 || isBelow { text.pad(0, to: indent) }
      append(String(line))
    }
    if lines.isEmpty { append("") }
  }

  private mutating func appendCells(_ cells: ArraySlice<String>, _ widths: ArraySlice<Int>) {
    for (cell, width) in zip(cells, widths) {
      let cell: String = visible(cell)
      let own: Int = Self.width(of: cell)
      text.append(cell)
      text.pad(own, to: max(own, width) + 2)
    }
  }

  /// Ends a line, without blanks at its end.
  private mutating func append(_ last: String) {
    text.append(last)
    text.endLine()
  }

  /// The lines of a text, broken at blanks where there are any.
  private static func wrapped(_ text: String, to width: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest: Substring = text.drop { $0 == " " }
    while !rest.isEmpty {
      let line: Substring = rest.prefix(width)
      guard line.endIndex < rest.endIndex else { return lines + [rest] }
      if rest[line.endIndex] != " ", let blank = line.lastIndex(of: " ") {
        lines.append(rest[..<blank])
        rest = rest[blank...].drop { $0 == " " }
      } else {
        lines.append(line)
        rest = rest[line.endIndex...].drop { $0 == " " }
      }
    }
    return lines
  }
}
