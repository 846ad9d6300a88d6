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
    let limit: Int = max(1, word.utf8.count / 3)
    var best: [(rank: Rank, name: String)] = []
    var name = FoldedName("")
    var distances = EditDistance()
    for (order, candidate) in names.enumerated() {
      // Of a name much longer or shorter neither edits nor further words make the wanted.
      let difference: Int = abs(candidate.utf8.count - word.utf8.count)
      guard candidate.utf8.count <= FoldedName.limit, difference <= 2 * limit + 4 else { continue }
      name.fold(candidate)
      // A name that is no nearer than those known need not be looked at in full.
      let worst: Int = best.count < count ? limit : min(limit, best[count - 1].rank.distance)
      guard let distance = distance(from: wanted, to: name, limit: worst, &distances) else {
        continue
      }
      let rank = Rank(
        distance: distance, prefix: wanted.commonPrefix(with: name), length: name.bytes.count,
        order: order)
      guard best.count < count || rank < best[count - 1].rank,
        !best.contains(where: { Self.areEqual($0.name, candidate) })
      else { continue }
      let place: Int = best.firstIndex { rank < $0.rank } ?? best.count
      best.insert((rank, candidate), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.name)
  }

  /// Whether names differ in nothing but the case of letters.
  private static func areEqual(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8) {
      NameFolding.lowered($0) == NameFolding.lowered($1)
    }
  }

  private static func distance(
    from wanted: FoldedName, to name: FoldedName, limit: Int, _ distances: inout EditDistance
  ) -> Int? {
    var least: Int?
    if wanted.leastDistance(to: name) <= limit {
      least = distances.between(wanted.bytes, name.bytes, limit: limit)
    }
    guard wanted.words.count > 1, least ?? limit > 0 else { return least }
    if wanted.hasWords(of: name) { return min(least ?? 1, 1) }
    let further: Int = 1 + name.words.count - wanted.words.count
    guard further <= limit, wanted.isWithin(name) else { return least }
    return min(least ?? further, further)
  }

  /// Sorts names by their distance from a word without leaving any out.
  static func sorted(_ names: [String], by word: String) -> [String] {
    let near: [String] = of(word, among: names)
    return near + names.filter { !near.contains($0) }
  }
}
