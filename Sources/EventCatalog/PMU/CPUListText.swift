/// Lists of CPUs as sysfs writes them, such as `0-3,8`.
enum CPUListText {
  /// No machine has more CPUs than this, so that a file cannot claim memory.
  static let limit: Int = 1 << 16

  static func cpus(_ text: String) -> [Int]? {
    var cpus: Set<Int> = []
    for part in text.split(separator: ",") {
      let bounds: [Int?] = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, bounds.count <= 2,
        first >= 0, first <= last, last < limit
      else { return nil }
      cpus.formUnion(first...last)
    }
    return cpus.sorted()
  }
}
