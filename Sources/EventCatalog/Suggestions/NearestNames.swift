/// The names that a user may have meant.
enum NearestNames {
  /// Ranks names by their distance from a word, then by their order.
  ///
  /// - Parameters:
  ///   - word: What the user wrote; of a very long word nothing is near.
  ///   - names: The names that exist.
  /// - Returns: At most three names, the nearest first; of a third of the word's
  ///   length or less, at least one edit.
  static func of(_ word: String, among names: [String]) -> [String] {
    guard word.utf8.count <= 100 else { return [] }
    let limit: Int = max(1, word.utf8.count / 3)
    var ranked: [(distance: Int, name: String)] = []
    for name in names where !ranked.contains(where: { $0.name == name }) {
      if let distance = EditDistance.between(word, name, limit: limit) {
        ranked.append((distance, name))
      }
    }
    // Sorting is not guaranteed to keep the order of equals.
    let sorted = ranked.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return sorted.prefix(3).map(\.element.name)
  }

  /// Sorts names by their distance from a word without leaving any out.
  static func sorted(_ names: [String], by word: String) -> [String] {
    let near: [String] = of(word, among: names)
    return near + names.filter { !near.contains($0) }
  }
}
