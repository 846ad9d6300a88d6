/// CPUs in the kernel's list form, such as `0-3,8`.
struct CPUList {
  /// The CPUs in ascending order, each once.
  let cpus: [Int32]

  /// Reads the list form; nil if the text is not in it.
  init?(parsing text: String) {
    var found: Set<Int32> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let bounds: [Int32?] = part.split(
        separator: "-", maxSplits: 1, omittingEmptySubsequences: false
      ).map { Int32($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil,
        first >= 0, last >= first, last < Self.limit
      else { return nil }
      found.formUnion(first...last)
    }
    cpus = found.sorted()
  }

  /// More CPUs than any kernel has, so that a wild number costs nothing.
  private static let limit: Int32 = 1 << 16
}

extension Target {
  /// Returns CPUs from their list form, such as `0-3,8`.
  ///
  /// - Parameter text: The list as the kernel writes it.
  /// - Returns: The CPUs in ascending order, or nil if the text is no such list.
  public static func cpus(parsing text: String) -> Target? {
    CPUList(parsing: text).map { .cpus($0.cpus) }
  }
}
