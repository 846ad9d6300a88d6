/// The names that a user may have meant.
enum NearestNames {
  /// How near a name is; of equal distances the one with the longer equal start is nearer.
  private struct Rank: Comparable {
    var distance: Int
    var prefix: Int
    var length: Int
    var order: Int

    static func < (first: Self, second: Self) -> Bool {
      (first.distance, -first.prefix, first.length, first.order)
        < (second.distance, -second.prefix, second.length, second.order)
    }
  }

  /// Ranks names by their distance from a word.
  ///
  /// The distance is the number of edits, without regard to case and to kinds of
  /// separators; a name that has the same words in another order is one edit away, and
  /// one that has all of them among others is farther away.
  ///
  /// - Parameters:
  ///   - word: What the user wrote; of a very long word nothing is near.
  ///   - names: The names that exist.
  ///   - count: How many names to return at most.
  /// - Returns: The nearest first; of a third of the word's length or less, at least
  ///   one edit.
  /// - Complexity: O(*n*) for *n* names of usual lengths.
  static func of(_ word: String, among names: [String], count: Int = 3) -> [String] {
    guard word.utf8.count <= 100, !word.isEmpty else { return [] }
    let wanted = FoldedName(word)
    let words: [ArraySlice<UInt8>] = wanted.words
    let limit: Int = max(1, word.utf8.count / 3)
    var best: [(rank: Rank, name: String)] = []
    var name = FoldedName("")
    var distances = EditDistance()
    for (order, candidate) in names.enumerated() where candidate.utf8.count <= 200 {
      name.fold(candidate)
      // A name that is no nearer than those known need not be looked at in full.
      let worst: Int = best.count < count ? limit : min(limit, best[count - 1].rank.distance)
      guard
        let distance = distance(
          from: wanted, words, to: name, limit: worst, &distances)
      else { continue }
      let rank = Rank(
        distance: distance, prefix: wanted.commonPrefix(with: name), length: name.bytes.count,
        order: order)
      guard best.count < count || rank < best[count - 1].rank,
        !best.contains(where: { $0.name == candidate })
      else { continue }
      let place: Int = best.firstIndex { rank < $0.rank } ?? best.count
      best.insert((rank, candidate), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.name)
  }

  private static func distance(
    from wanted: FoldedName, _ words: [ArraySlice<UInt8>], to name: FoldedName, limit: Int,
    _ distances: inout EditDistance
  ) -> Int? {
    var least: Int?
    if wanted.leastDistance(to: name) <= limit {
      least = distances.between(wanted.bytes, name.bytes, limit: limit)
    }
    // The words are looked at only where all letters of the wanted ones are there.
    guard words.count > 1, least ?? limit > 1, wanted.lettersAreIn(name) else { return least }
    let own: [ArraySlice<UInt8>] = name.words
    if own == words { return 1 }
    let isWithin: Bool = words.allSatisfy { own.contains($0) }
    guard isWithin, 1 + own.count - words.count <= limit else { return least }
    return min(least ?? .max, 1 + own.count - words.count)
  }

  /// Sorts names by their distance from a word without leaving any out.
  static func sorted(_ names: [String], by word: String) -> [String] {
    let near: [String] = of(word, among: names)
    return near + names.filter { !near.contains($0) }
  }
}
