/// Splitting of the package's own tables, which are ASCII.
///
/// Splitting by characters, as the standard library does by itself, would take most of
/// the time in which a catalog starts.
extension StringProtocol where SubSequence == Substring {
  /// The parts between separators; empty ones are left out unless they are wanted.
  func parts(
    _ separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = true
  ) -> [Substring] {
    Substring(self).utf8.split(
      separator: UInt8(truncatingIfNeeded: separator.value), maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmpty
    ).map { Substring($0) }
  }

  /// The rows of a table: its lines, each with those below it that begin with a blank.
  var continuedRows: [String] {
    var rows: [[Substring]] = []
    for line in parts("\n") {
      if line.utf8.first == UInt8(ascii: " "), !rows.isEmpty {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { $0.joined(separator: " ") }
  }
}
