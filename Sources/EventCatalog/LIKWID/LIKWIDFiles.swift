internal import PerfEvent

/// Where the files of LIKWID lie below a folder.
struct LIKWIDFiles {
  let root: String
  let files: SourceFiles

  private static let prefix: String = "perfmon_"
  private static let suffix: String = "_events.txt"

  /// The files of events, by architecture.
  ///
  /// They lie in the folder itself, or where LIKWID's source tree has them.
  func eventFiles() throws(EventSourceError) -> [String: String] {
    var found: [String: String] = [:]
    let listed: [String] = try files.list(root)
    let folders: [(path: String, names: [String])] = [
      (root, listed), ("\(root)/src/includes", (try? files.list("\(root)/src/includes")) ?? []),
    ]
    for (path, names) in folders {
      for name in names where name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix) {
        let architecture = String(name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count))
        if Self.isArchitecture(architecture), found[architecture] == nil {
          found[architecture] = "\(path)/\(name)"
        }
      }
    }
    return found
  }

  /// The folder that has one folder of groups per architecture, and their names.
  func groupFolders() -> (path: String, names: [String]) {
    for path in ["\(root)/groups", "\(root)/perfgroups"] {
      if let names = try? files.list(path) { return (path, names.filter(Self.isArchitecture)) }
    }
    // The root itself, if its folders have groups.
    let names: [String] = ((try? files.list(root)) ?? []).filter { name in
      Self.isArchitecture(name)
        && ((try? files.list("\(root)/\(name)")) ?? []).contains { $0.hasSuffix(".txt") }
    }
    return (root, names)
  }

  /// Whether a name is of letters, digits and underscores, as those of architectures are.
  static func isArchitecture(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        NumberText.isDigit(byte) || byte == UInt8(ascii: "_")
          || WordCharacters.isLetter(byte)
      }
  }
}
