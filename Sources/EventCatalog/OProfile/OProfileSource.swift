public import PerfEvent

/// The events and unit masks of OProfile, read from its folder.
///
/// The folder is `/usr/share/oprofile` of an installation, or `events` of its source
/// tree. Each folder of a kind of CPU, such as `i386/skylake`, is a table.
///
/// An event is described once by its own name, which means its default unit mask, and
/// once more as `EVENT:MASK` for each unit mask, by name where the mask has one and as
/// a number such as `0x1` otherwise. The smallest count that OProfile accepts is no usual
/// period, and stands as `minimum:6000` in ``CounterConstraints/remark``. The events of an AMD CPU are encoded for its register;
/// `operf` itself puts their upper four bits elsewhere.
public struct OProfileSource: EventSource {
  /// The folder that has one folder per architecture.
  public let root: String
  let files: SourceFiles

  /// The kind of source.
  public var kind: EventSourceKind { .oprofile }

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - root: The folder that has one folder per architecture.
  ///   - kernel: What reads the files.
  public init(root: String = "/usr/share/oprofile", kernel: any Kernel = LinuxKernel()) {
    self.root = root
    self.files = SourceFiles(kernel: kernel)
  }

  /// The names of all tables, such as `i386/skylake`.
  ///
  /// - Returns: The names, sorted.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    var names: [String] = []
    for architecture in try files.list(root) {
      // What is no folder has no tables.
      guard let folders = try? files.list("\(root)/\(architecture)") else { continue }
      for folder in folders where isTable("\(architecture)/\(folder)") {
        names.append("\(architecture)/\(folder)")
      }
    }
    return names
  }

  /// The tables that OProfile uses for a CPU.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The name, none if OProfile does not know the CPU or the folder lacks it.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    [OProfileCPUs.name(of: cpu)].compactMap(\.self).filter(isTable)
  }

  /// Reads a table.
  ///
  /// - Parameter name: The name, such as `i386/skylake`.
  /// - Returns: The table.
  /// - Throws: What cannot be read; ``EventSourceProblem/noTable(_:)`` of an unknown
  ///   name.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    guard Self.isTableName(name), isTable(name) else {
      throw EventSourceError(path: root, problem: .noTable(name))
    }
    var reader = OProfileReader(root: root, table: name, files: files)
    try reader.read()
    return EventTable(
      name: name, events: reader.definitions(), warnings: reader.warnings.all)
  }

  private func isTable(_ name: String) -> Bool {
    (try? files.list("\(root)/\(name)"))?.contains("events") ?? false
  }

  /// Whether a name is that of a folder in a folder.
  static func isTableName(_ name: String) -> Bool {
    name.utf8.count { $0 == UInt8(ascii: "/") } == 1 && RelativePath.isInside(name)
  }
}
