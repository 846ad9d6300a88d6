public import PerfEvent

/// The events and groups of LIKWID, read from its folders.
///
/// The folder holds files `perfmon_ARCHITECTURE_events.txt`, and folders of groups in
/// `groups` or `perfgroups`; it can be LIKWID's source tree, or `/usr/share/likwid`,
/// where only the groups are. Each architecture is a table under the name of its file
/// of events, or of its folder of groups where it has no such file.
///
/// Events on fixed counters of Intel's cores have the code of the general event that
/// counts the same, since the kernel knows them by it. The classes of counters stand
/// in ``CounterConstraints/classes``, and the options that are always set in
/// ``CounterConstraints/remark``.
/// Formulas of groups are metrics over counters; ``groups(of:)`` returns the groups.
public struct LIKWIDSource: EventSource {
  /// The folder.
  public let root: String
  let files: SourceFiles

  /// The kind of source.
  public var kind: EventSourceKind { .likwid }

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - root: The folder.
  ///   - kernel: What reads the files.
  public init(root: String = "/usr/share/likwid", kernel: any Kernel = LinuxKernel()) {
    self.root = root
    self.files = SourceFiles(kernel: kernel)
  }

  var locations: LIKWIDFiles { LIKWIDFiles(root: root, files: files) }

  /// The names of all tables, such as `skylake`.
  ///
  /// - Returns: The names, sorted.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    let eventFiles: [String: String] = try locations.eventFiles()
    var names: Set<String> = Set(eventFiles.keys)
    let owned: Set<String> = Set(
      names.flatMap { [$0, LIKWIDArchitecture.groupFolders[$0] ?? $0] })
    for folder in locations.groupFolders().names where !owned.contains(folder) {
      names.insert(folder)
    }
    return names.sorted()
  }

  /// The tables that hold for a CPU.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The best one, none if LIKWID or the folder does not know the CPU.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    let names: [String] = LIKWIDArchitecture.names(of: cpu)
    guard !names.isEmpty else { return [] }
    let known: Set<String> = Set(try tableNames())
    return names.first(where: known.contains).map { [$0] } ?? []
  }

  /// Reads a table.
  ///
  /// - Parameter name: The name, such as `skylake`.
  /// - Returns: The table.
  /// - Throws: What cannot be read; ``EventSourceProblem/noTable(_:)`` of an unknown
  ///   name.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    guard try tableNames().contains(name) else {
      throw EventSourceError(path: root, problem: .noTable(name))
    }
    var table = EventTable(name: name)
    var budget: Int = SourceFiles.tableLimit
    let architecture: String = LIKWIDArchitecture.eventFiles[name] ?? name
    let eventFiles: [String: String] = try locations.eventFiles()
    if let path = eventFiles[name] ?? eventFiles[architecture] {
      let reader = LIKWIDEventReader(
        path: path, architecture: LIKWIDArchitecture(name: architecture),
        bytes: try files.read(path, within: &budget))
      table.events = reader.definitions()
      table.warnings = reader.warnings.all
    }
    let found: (groups: [LocatedGroup], warnings: SourceWarnings) = locatedGroups(
      of: name, within: &budget)
    table.metrics = found.groups.flatMap { Self.metrics(of: $0.group, path: $0.path) }
    table.warnings += found.warnings.all
    table.warnings += Self.unknownEvents(in: found.groups, among: table.events)
    return table
  }
}
