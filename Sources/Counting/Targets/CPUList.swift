/// CPUs in the kernel's list form, such as `0-3,8`.
struct CPUList {
  /// The CPUs in ascending order, each once.
  let cpus: [Int32]

  /// Reads the list form; parts that are no numbers are left out.
  init(parsing text: String) {
    var found: Set<Int32> = []
    for part in text.split(separator: ",") {
      let bounds: [Int32?] = part.split(separator: "-", maxSplits: 1).map { Int32($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil,
        first >= 0, last >= first, last < Self.limit
      else { continue }
      found.formUnion(first...last)
    }
    cpus = found.sorted()
  }

  /// More CPUs than any kernel has, so that a wild number costs nothing.
  private static let limit: Int32 = 1 << 16
}
