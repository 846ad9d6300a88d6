/// The list `mapfile.csv`: which files are for which CPU, put together to tables.
struct PerfmonList {
  /// The files that make one table.
  struct Table {
    var name: String
    var files: [PerfmonFile] = []
    /// The patterns of the CPUs that use the table.
    var cpus: [String] = []

    /// Where the table stands among those of a CPU.
    var rank: Int {
      if files.contains(where: { $0.role == "Core" }) { return 0 }
      if files.contains(where: { !$0.role.isEmpty }) { return 1 }
      return files.contains(where: \.kind.isCore) ? 2 : 3
    }
  }

  private(set) var tables: [Table] = []
  /// The rows that make no sense.
  private(set) var warnings: [EventSourceError] = []

  /// The files of a folder and role, before they are divided.
  fileprivate struct Group {
    var cpus: Set<String> = []
    var files: [PerfmonFile] = []
    var cpusOfFile: [PerfmonFile: Set<String>] = [:]
  }

  init(_ bytes: [UInt8], path: String) throws(EventSourceError) {
    var groups: [String: Group] = [:]
    var order: [String] = []
    for row in try TableRows.read(bytes, path: path) {
      do throws(EventSourceError) {
        let file: PerfmonFile = try Self.file(row, path: path)
        let name: String = file.role.isEmpty ? file.folder : "\(file.folder)/\(file.role)"
        if groups[name] == nil { order.append(name) }
        groups[name, default: Group()].add(file, cpu: row.columns[0])
      } catch {
        warnings.append(error)
      }
    }
    for name in order { divide(groups[name] ?? Group(), name: name) }
  }

  private static func file(
    _ row: TableRows.Row, path: String
  ) throws(EventSourceError) -> PerfmonFile {
    func failure(_ problem: EventSourceProblem) -> EventSourceError {
      EventSourceError(path: path, place: .line(row.line), problem: problem)
    }
    guard row.columns.count >= 4, !row.columns[0].isEmpty else {
      throw failure(.malformed(expected: "a row of a CPU, a version, a file and its kind"))
    }
    let relative: String = String(row.columns[2].drop { $0 == "/" })
    guard RelativePath.isInside(relative) else {
      throw failure(.invalidField("Filename", value: row.columns[2]))
    }
    guard let kind = PerfmonFile.Kind(rawValue: row.columns[3].lowercased()) else {
      throw failure(.invalidField("EventType", value: row.columns[3]))
    }
    let column: (Int) -> String = { row.columns.indices.contains($0) ? row.columns[$0] : "" }
    return PerfmonFile(
      path: relative, kind: kind, version: row.columns[1], role: column(6), coreType: column(4))
  }

  /// Makes a table of the files that all CPUs use, and one of each other file.
  private mutating func divide(_ group: Group, name: String) {
    var table = Table(name: name)
    for file in group.files {
      let cpus: Set<String> = group.cpusOfFile[file] ?? []
      if cpus == group.cpus {
        table.files.append(file)
      } else {
        tables.append(Table(name: "\(name)/\(file.stem)", files: [file], cpus: cpus.sorted()))
      }
    }
    table.cpus = group.cpus.sorted()
    if !table.files.isEmpty { tables.append(table) }
  }
}

extension PerfmonList.Group {
  fileprivate mutating func add(_ file: PerfmonFile, cpu: String) {
    cpus.insert(cpu)
    if cpusOfFile[file] == nil { files.append(file) }
    cpusOfFile[file, default: []].insert(cpu)
  }
}
