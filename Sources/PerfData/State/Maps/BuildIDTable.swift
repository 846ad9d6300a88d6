/// The build identifiers of modules by path.
public struct BuildIDTable: Sendable {
  private var byPath: [String: [UInt8]] = [:]

  /// Creates an empty table.
  public init() {}

  /// Adds the build identifiers of a header.
  ///
  /// - Parameter identifiers: Those of ``PerfDataFile/buildIDs``.
  public mutating func insert(_ identifiers: [BuildID]) {
    for identifier in identifiers where !identifier.bytes.isEmpty {
      byPath[Self.key(identifier.path)] = identifier.bytes
    }
  }

  mutating func insert(_ record: borrowing BuildIDRecord, cpuMode: CPUMode) {
    let bytes = [UInt8](copying: record.buildID)
    if !bytes.isEmpty { byPath[Self.key(record.path)] = bytes }
  }

  /// The number of paths whose build identifier is known.
  public var count: Int { byPath.count }

  /// Finds the build identifier of a path.
  ///
  /// - Parameter path: A path or name as mappings give it. The mapping of the
  ///   kernel carries a symbol behind the bracket, which is left out of account.
  public subscript(_ path: String) -> [UInt8]? { byPath[Self.key(path)] }

  /// The name of a kernel ends with its bracket; mappings have the symbol behind it.
  private static func key(_ path: String) -> String {
    guard path.hasPrefix("[kernel.") || path.hasPrefix("[guest.kernel."),
      let end = path.firstIndex(of: "]")
    else { return path }
    return String(path[...end])
  }
}
