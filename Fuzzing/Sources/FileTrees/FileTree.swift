package import PerfEvent

/// A machine of files in memory, for fuzz targets of what reads whole folders.
package struct FileTree: Sendable {
  private var files: [String: [UInt8]] = [:]
  private var folders: [String: Set<String>] = [:]

  /// Creates an empty tree.
  package init() {}

  /// Creates a tree of texts.
  ///
  /// - Parameter texts: The text of each file by its path.
  package init(_ texts: [String: String]) {
    for (path, text) in texts { write(Array(text.utf8), to: path) }
  }

  /// Makes or replaces a file, and makes the folders that it is in.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - path: Where it is, from the root.
  package mutating func write(_ bytes: [UInt8], to path: String) {
    guard files.updateValue(bytes, forKey: path) == nil else { return }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      let name = String(folder[folder.index(after: slash)...])
      folder = folder[..<slash]
      folders[String(folder), default: []].insert(name)
    }
  }
}

extension FileTree: Kernel {
  package var attributeSize: UInt32? { 136 }
  package var descriptorLimit: DescriptorLimit? { nil }

  package func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    guard let bytes = files[path] else { throw folders[path] == nil ? .noSuchFile : .isDirectory }
    return bytes
  }

  package func listDirectory(_ path: String) throws(Errno) -> [String] {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let names = folders[folder] else {
      throw files[folder] == nil ? .noSuchFile : .notDirectory
    }
    return names.sorted()
  }
}
