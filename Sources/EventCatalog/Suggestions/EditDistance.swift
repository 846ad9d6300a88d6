/// The number of edits that turn one word into another.
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// Counts insertions, removals, replacements and swaps of neighbours.
  ///
  /// - Returns: The distance between the words without regard to case, or nil if it
  ///   is above `limit`.
  /// - Complexity: O(*m* · *k*) for a word of *m* bytes and a limit of *k*.
  static func between(_ first: String, _ second: String, limit: Int) -> Int? {
    var distance = EditDistance()
    return distance.between(
      Array(first.lowercased().utf8), Array(second.lowercased().utf8), limit: limit)
  }

  /// The same for bytes; the memory is used again for the next words.
  mutating func between(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    let width: Int = second.count
    let far: Int = limit + 1
    prepare(width: width, far: far)
    for column in 0...min(width, limit) { last[column] = column }
    for i in first.indices {
      // Farther from the diagonal than the limit no way is short enough.
      let start: Int = max(0, i - limit)
      let end: Int = min(width, i + limit + 1)
      if start >= end, width > 0 { return nil }
      row[start] = start == 0 ? i + 1 : far
      var least: Int = row[start]
      for j in start..<end {
        var best: Int = min(
          last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row[j + 1] = min(best, far)
        least = min(least, row[j + 1])
      }
      if end < width { row[end + 1] = far }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[width] <= limit ? last[width] : nil
  }

  private mutating func prepare(width: Int, far: Int) {
    let missing: Int = width + 2 - last.count
    if missing > 0 {
      let more: [Int] = Array(repeating: far, count: missing)
      beforeLast += more
      last += more
      row += more
    }
    for column in 0..<(width + 2) {
      beforeLast[column] = far
      last[column] = far
      row[column] = far
    }
  }
}
