public import PerfEvent

/// The event files of a kernel tree, those in `tools/perf/pmu-events/arch`.
///
/// Each folder with event files below that of an architecture is a table; its name is
/// the path from there, such as `skylake` or `arm/neoverse-n1`, as in the
/// architecture's list of CPUs. Where two architectures have a folder of the same name,
/// the name starts with that of the architecture, such as `x86/skylake`; in this form it
/// is always understood. Tables of chips instead of CPUs end in `/sys`.
public struct KernelEventsSource: EventSource {
  let tree: KernelEventTree

  /// Creates a source; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder `arch` or that of one architecture, or the folder
  ///     `pmu-events` or the kernel's tree that it lies in.
  ///   - kernel: What reads the files.
  public init(root: String, kernel: any Kernel = LinuxKernel()) {
    self.tree = KernelEventTree(root: root, files: SourceFiles(kernel: kernel))
  }

  /// The kind of source.
  public var kind: EventSourceKind { .kernelEvents }

  /// The names of all tables, sorted.
  ///
  /// - Returns: The names.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    var owners: [String: Int] = [:]
    var tables: [(architecture: String, name: String)] = []
    for architecture in try tree.architectures() {
      for name in try tree.tables(of: architecture) {
        owners[name, default: 0] += 1
        tables.append((architecture.name, name))
      }
    }
    return tables.map { table in
      owners[table.name] == 1 ? table.name : "\(table.architecture)/\(table.name)"
    }.sorted()
  }

  /// The tables that the architectures' lists name for a CPU.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The names, none if no list knows the CPU.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    var names: [String] = []
    for architecture in try tree.architectures() {
      let rows: [KernelMapfileRow] = try tree.mapfile(of: architecture).rows
      // As in perf, the first row that fits decides.
      guard let row = rows.first(where: { CPUMatching.kernelRow($0.cpu, matches: cpu) }) else {
        continue
      }
      if !names.contains(row.folder) { names.append(row.folder) }
    }
    return names
  }

  /// Reads a table.
  ///
  /// Files that are damaged, and records that make no sense, are left out and said in
  /// the table's warnings.
  ///
  /// - Parameter name: The name.
  /// - Returns: The table, with the encodings that perf has for it.
  /// - Throws: What cannot be read; the error of the first file if none is whole.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    try table(named: name, filter: nil)
  }

  private func table(
    named name: String, filter: NameFilter?
  ) throws(EventSourceError) -> EventTable {
    let (architecture, folder) = try tree.folder(ofTable: name)
    var reader = KernelTableReader(
      name: name, architecture: architecture, folder: folder, files: tree.files)
    reader.filter = filter
    // What a filter finds is asked for its names and codes alone, of many tables.
    if filter == nil {
      let list: (rows: [KernelMapfileRow], warnings: [EventSourceError]) =
        try tree.mapfile(of: architecture)
      reader.version = list.rows.first { $0.folder == folder }?.version ?? ""
      reader.table.warnings = list.warnings
      try reader.readStandardEvents()
    }
    try reader.readFiles()
    return reader.table
  }
}

extension KernelEventsSource: NameSearching {
  func table(named name: String, filter: NameFilter) throws(EventSourceError) -> EventTable {
    try table(named: name, filter: .some(filter))
  }
}
