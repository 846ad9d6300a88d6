/// A row of the list that says which folder holds the events of which CPU.
struct KernelMapfileRow {
  /// The expression, or for Arm the register, that identifies the CPU.
  var cpu: String
  var version: String
  var folder: String
  /// The number of the line, from 1.
  var line: Int

  /// The rows of a list that have all that is needed; of others it is said what they lack.
  static func read(
    _ bytes: [UInt8], path: String
  ) throws(EventSourceError) -> (rows: [KernelMapfileRow], warnings: [EventSourceError]) {
    var rows: [KernelMapfileRow] = []
    var warnings = SourceWarnings()
    for row in try TableRows.read(bytes, path: path) {
      if row.columns.count < 3 || row.columns[0].isEmpty {
        warnings.add(
          path, .line(row.line), .malformed(expected: "a row of a CPU, a version and a folder"))
      } else if !RelativePath.isInside(row.columns[2]) {
        warnings.add(path, .line(row.line), SourceWarnings.invalid("Filename", row.columns[2]))
      } else {
        rows.append(
          KernelMapfileRow(
            cpu: row.columns[0], version: row.columns[1], folder: row.columns[2], line: row.line))
      }
    }
    return (rows, warnings.all)
  }
}
