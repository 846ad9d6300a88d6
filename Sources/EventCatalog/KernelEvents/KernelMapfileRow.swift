/// A row of the list that says which folder holds the events of which CPU.
struct KernelMapfileRow {
  /// The expression, or for Arm the register, that identifies the CPU.
  var cpu: String
  var version: String
  var folder: String

  /// The rows of a list that have all that is needed.
  static func read(
    _ bytes: [UInt8], path: String
  ) throws(EventSourceError) -> [KernelMapfileRow] {
    try TableRows.read(bytes, path: path).compactMap { row in
      guard row.columns.count >= 3, !row.columns[0].isEmpty,
        RelativePath.isInside(row.columns[2])
      else { return nil }
      return KernelMapfileRow(
        cpu: row.columns[0], version: row.columns[1], folder: row.columns[2])
    }
  }
}
