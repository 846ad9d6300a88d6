public import PerfEvent

/// The events that Arm publishes of its cores, one file for each.
///
/// The folder is `pmu` of the repository `ARM-software/data`, or the one around it.
/// Each file such as `neoverse-n1.json` is a table under its name.
public struct ArmDataSource: EventSource {
  /// The folder.
  public let root: String
  let files: SourceFiles

  /// The kind of source.
  public var kind: EventSourceKind { .armData }

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - root: The folder.
  ///   - kernel: What reads the files.
  public init(root: String, kernel: any Kernel = LinuxKernel()) {
    self.root = root
    self.files = SourceFiles(kernel: kernel)
  }

  /// The names of all tables, such as `neoverse-n1`.
  ///
  /// - Returns: The names, sorted.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    try locatedNames().names
  }

  /// The table that holds for a CPU.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The name, none if no file is of the CPU.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    guard case .arm64(let midr) = cpu else { return [] }
    let wanted: UInt64 = (midr >> 24 & 0xFF) << 12 | (midr >> 4 & 0xFFF)
    let (folder, names): (String, [String]) = try locatedNames()
    // Each file must be looked into, so that all together must not be too large.
    var budget: Int = SourceFiles.tableLimit
    var found: [String] = []
    for name in names {
      let path: String = "\(folder)/\(name).json"
      do throws(EventSourceError) {
        let bytes: [UInt8] = try files.read(path, within: &budget)
        if ArmDataReader.cpu(in: bytes, path: path) == wanted { found.append(name) }
      } catch {
        // A file that cannot be read says so when it is asked for.
        guard case .tooMuchTogether = error.problem else { continue }
        throw error
      }
    }
    return found
  }

  /// Reads a table.
  ///
  /// - Parameter name: The name, such as `neoverse-n1`.
  /// - Returns: The table.
  /// - Throws: What cannot be read; ``EventSourceProblem/noTable(_:)`` of an unknown
  ///   name.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    let (folder, names): (String, [String]) = try locatedNames()
    guard names.contains(name) else {
      throw EventSourceError(path: root, problem: .noTable(name))
    }
    let path: String = "\(folder)/\(name).json"
    var reader = ArmDataReader(path: path, bytes: try files.read(path))
    do throws(EventSourceError) {
      try reader.read()
    } catch {
      reader.warnings.add(error)
    }
    return EventTable(name: name, events: reader.events, warnings: reader.warnings.all)
  }

  /// The folder that has the files, and their names without the extension.
  private func locatedNames() throws(EventSourceError) -> (folder: String, names: [String]) {
    let inner: String = "\(root)/pmu"
    let folder: String = (try? files.list(inner)) == nil ? root : inner
    let names: [String] = try files.list(folder)
      .filter { $0.hasSuffix(".json") && !$0.hasSuffix("-schema.json") }
      .map { String($0.dropLast(5)) }
    return (folder, names.sorted())
  }
}
