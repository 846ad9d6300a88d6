/// The number of edits that turn one word into another.
enum EditDistance {
  /// Counts insertions, removals, replacements and swaps of neighbours.
  ///
  /// - Returns: The distance between the words without regard to case, or nil if it
  ///   is above `limit`.
  /// - Complexity: O(*m* · *n*) for words of *m* and *n* bytes.
  static func between(_ first: String, _ second: String, limit: Int) -> Int? {
    let first: [UInt8] = Array(first.lowercased().utf8)
    let second: [UInt8] = Array(second.lowercased().utf8)
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last: [Int] = Array(0...second.count)
    for i in first.indices {
      var row: [Int] = [i + 1]
      row.reserveCapacity(second.count + 1)
      for j in second.indices {
        let replaced: Int = last[j] + (first[i] == second[j] ? 0 : 1)
        var best: Int = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      if row.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
