import FileTrees

/// Two files, which stand at every place where a tool may have them.
enum FewFiles {
  private static let first: [String] = [
    "/oprofile/i386/a/events", "/presets.csv", "/likwid/perfmon_skylake_events.txt",
    "/arm/pmu/a.json",
  ]
  private static let second: [String] = [
    "/oprofile/i386/a/unit_masks", "/likwid/groups/skylake/A.txt",
  ]

  /// The tree of both.
  static func tree(_ first: [UInt8], _ second: [UInt8]) -> FileTree {
    var tree = FileTree()
    for path in Self.first { tree.write(first, to: path) }
    for path in Self.second { tree.write(second, to: path) }
    return tree
  }
}
