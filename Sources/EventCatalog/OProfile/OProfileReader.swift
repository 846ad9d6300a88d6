internal import PerfEvent

/// What one table of OProfile says, together with the tables that it includes.
struct OProfileReader {
  let root: String
  let table: String
  let files: SourceFiles
  var masks: [String: OProfileUnitMask] = [:]
  var events: [OProfileEvent] = []
  var warnings = SourceWarnings()
  /// The files read so far, and those that are being read.
  private var done: Set<String> = []
  private var open: [String] = []
  /// How many bytes further files may have.
  private var budget: Int = SourceFiles.tableLimit

  /// More files within each other than any table has.
  private static let depthLimit: Int = 16

  init(root: String, table: String, files: SourceFiles) {
    self.root = root
    self.table = table
    self.files = files
  }

  /// Reads the unit masks and then the events of the table.
  mutating func read() throws(EventSourceError) {
    try readMasks(of: table, isIncluded: false)
    try readEvents(of: table, isIncluded: false)
  }

  /// Reads the masks of a kind of CPU, which may be missing where events are included.
  mutating func readMasks(of name: String, isIncluded: Bool) throws(EventSourceError) {
    try read("\(root)/\(name)/unit_masks", isOptional: true) {
      (reader, lines, path) throws(EventSourceError) in
      var current: OProfileUnitMask?
      for line in lines where !line.isComment {
        try reader.readMaskLine(line, path: path, current: &current)
      }
      reader.finish(current, path: path)
    }
  }

  /// Reads the events of a kind of CPU.
  mutating func readEvents(of name: String, isIncluded: Bool) throws(EventSourceError) {
    try read("\(root)/\(name)/events", isOptional: isIncluded) {
      (reader, lines, path) throws(EventSourceError) in
      for line in lines where !line.isComment {
        try reader.readEventLine(line, path: path)
      }
    }
  }

  /// The table that an include line names; a bare name is one of the same architecture.
  mutating func includedTable(
    _ value: String, path: String, line: SourceLine
  ) -> String? {
    let architecture: String = table.split(separator: "/").first.map(String.init) ?? ""
    let name: String = value.utf8.contains(UInt8(ascii: "/")) ? value : "\(architecture)/\(value)"
    guard OProfileSource.isTableName(name) else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("include", value))
      return nil
    }
    return name
  }

  /// Reads a file once, and never one that is being read.
  private mutating func read(
    _ path: String, isOptional: Bool,
    body: (inout Self, SourceLines, String) throws(EventSourceError) -> Void
  ) throws(EventSourceError) {
    guard !open.contains(path) else {
      warnings.add(path, nil, .circularReference(path))
      return
    }
    guard open.count < Self.depthLimit else {
      warnings.add(path, nil, .nestedTooDeep(limit: Self.depthLimit))
      return
    }
    guard done.insert(path).inserted else { return }
    let bytes: [UInt8]
    do throws(EventSourceError) {
      bytes = try files.read(path, within: &budget)
    } catch {
      guard isOptional else { throw error }
      // Many tables have no masks of their own.
      warnings.add(error)
      return
    }
    open.append(path)
    defer { open.removeLast() }
    try body(&self, SourceLines(bytes), path)
  }
}
