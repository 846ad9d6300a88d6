public import PerfEvent

/// A folder of event files in the format of Intel's perfmon, with its `mapfile.csv`.
///
/// The files of one folder of the list make a table of its name, such as `SKL`. Files of
/// a kind of core have a table of their own, such as `ADL/Core` and `ADL/Atom`, and what
/// is for all cores stays in `ADL`. A file which only some CPUs of a folder use has a
/// table with the name of the file, such as `ADL/alderlake_gracemont_core`.
public struct PerfmonSource: EventSource {
  private let root: String
  private let files: SourceFiles

  /// Creates a source; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder with `mapfile.csv`.
  ///   - kernel: What reads the files.
  public init(root: String, kernel: any Kernel = LinuxKernel()) {
    self.root = root
    self.files = SourceFiles(kernel: kernel)
  }

  /// The kind of source.
  public var kind: EventSourceKind { .perfmon }

  /// The names of all tables, sorted.
  ///
  /// - Returns: The names, whether or not their files are there.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    try list().tables.map(\.name).sorted()
  }

  /// The tables that the list names for a CPU: those of big cores, of others, the rest.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The names, none if the list does not know the CPU.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    try list().tables.filter { table in
      table.cpus.contains { CPUMatching.vendorRow($0, matches: cpu) }
    }.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.name)
  }

  /// Reads a table.
  ///
  /// Files that are missing or damaged, and records that make no sense, are left out and
  /// said in the table's warnings.
  ///
  /// - Parameter name: The name.
  /// - Returns: The table.
  /// - Throws: What cannot be read; the error of the first file if none is whole.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    try table(named: name, filter: nil)
  }

  private func table(
    named name: String, filter: NameFilter?
  ) throws(EventSourceError) -> EventTable {
    let list: PerfmonList = try list()
    guard let table = list.tables.first(where: { $0.name == name }) else {
      throw EventSourceError(path: root, problem: .noTable(name))
    }
    var reader = PerfmonTableReader(table, root: root, files: files)
    reader.filter = filter
    reader.table.warnings += list.warnings
    try reader.readFiles()
    return reader.table
  }

  private func list() throws(EventSourceError) -> PerfmonList {
    let path: String = "\(root)/mapfile.csv"
    return try PerfmonList(try files.read(path), path: path)
  }
}

extension PerfmonSource: NameSearching {
  func table(named name: String, filter: NameFilter) throws(EventSourceError) -> EventTable {
    try table(named: name, filter: .some(filter))
  }
}
