/// The names in a folder, to be asked for in letters of either case.
struct FileNames {
  /// The names as they are, sorted.
  let sorted: [String]
  private let exact: Set<String>
  /// The first name in letters of either case, by itself in lower case.
  private let lowered: [String: String]

  init(_ names: [String]) {
    self.sorted = names
    self.exact = Set(names)
    self.lowered = Dictionary(
      names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether there is a name in just these letters.
  func contains(_ name: String) -> Bool { exact.contains(name) }

  /// The name that is meant: the one in just these letters, else the first in others.
  func spelling(of name: String) -> String? {
    exact.contains(name) ? name : lowered[name.lowercased()]
  }
}
