internal import PerfEvent

/// The folders of the kernel's event files.
struct KernelEventTree {
  let root: String
  let files: SourceFiles

  /// The folder of an architecture and its name.
  struct Architecture {
    var name: String
    var path: String
  }

  /// More folders than any tree has, so that links in a loop end.
  private static let folderLimit: Int = 4096
  private static let depthLimit: Int = 4

  /// The architectures of the tree, sorted by name.
  func architectures() throws(EventSourceError) -> [Architecture] {
    if hasMapfile(root) { return [Architecture(name: Self.lastName(of: root), path: root)] }
    for path in ["tools/perf/pmu-events/arch", "pmu-events/arch", "arch"] {
      let found: [Architecture] = (try? architectures(in: "\(root)/\(path)")) ?? []
      if !found.isEmpty { return found }
    }
    let found: [Architecture] = try architectures(in: root)
    if found.isEmpty {
      throw EventSourceError(path: "\(root)/mapfile.csv", problem: .unreadable(.noSuchFile))
    }
    return found
  }

  /// The folders in a folder, if one of them is that of an architecture.
  private func architectures(in path: String) throws(EventSourceError) -> [Architecture] {
    let found: [Architecture] = try files.list(path).filter(Self.mayBeFolder).map {
      Architecture(name: $0, path: "\(path)/\($0)")
    }
    guard found.contains(where: { hasMapfile($0.path) }) else { return [] }
    return found
  }

  func hasMapfile(_ path: String) -> Bool {
    (try? files.list(path))?.contains("mapfile.csv") ?? false
  }

  /// The rows of an architecture's list; none if it has no list.
  func mapfile(
    of architecture: Architecture
  ) throws(EventSourceError) -> (rows: [KernelMapfileRow], warnings: [EventSourceError]) {
    guard hasMapfile(architecture.path) else { return ([], []) }
    let path: String = "\(architecture.path)/mapfile.csv"
    return try KernelMapfileRow.read(try files.read(path), path: path)
  }

  /// The folders with event files below that of an architecture, as paths from there.
  func tables(of architecture: Architecture) throws(EventSourceError) -> [String] {
    var tables: [String] = []
    var count: Int = 0
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let (path, depth) = waiting.popLast() {
      count += 1
      guard count <= Self.folderLimit else {
        throw EventSourceError(
          path: architecture.path, problem: .tooManyEntries(limit: Self.folderLimit))
      }
      guard let names = try? files.list("\(architecture.path)/\(path)") else { continue }
      if !path.isEmpty, names.contains(where: { $0.hasSuffix(".json") }) { tables.append(path) }
      guard depth < Self.depthLimit else { continue }
      for name in names where Self.mayBeFolder(name) {
        waiting.append((path.isEmpty ? name : "\(path)/\(name)", depth + 1))
      }
    }
    return tables.sorted()
  }

  /// The architecture and the folder of a table, by its name with or without that of
  /// the architecture.
  func folder(ofTable name: String) throws(EventSourceError) -> (Architecture, String) {
    var unknown = EventSourceError(path: root, problem: .noTable(name))
    guard RelativePath.isInside(name) else { throw unknown }
    for architecture in try architectures() {
      for prefix in ["", architecture.name + "/"] where name.hasPrefix(prefix) {
        let folder: String = String(name.dropFirst(prefix.count))
        guard !folder.isEmpty else { continue }
        do throws(EventSourceError) {
          let names: [String] = try files.list("\(architecture.path)/\(folder)")
          if names.contains(where: { $0.hasSuffix(".json") }) { return (architecture, folder) }
        } catch {
          // A folder that is there but closed says more than that there is none.
          if error.problem != .unreadable(.noSuchFile) { unknown = error }
        }
      }
    }
    throw unknown
  }

  /// Folders have no ending, files have; asking the kernel of each would take long.
  private static func mayBeFolder(_ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: ".")) && RelativePath.isName(name)
  }

  private static func lastName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
