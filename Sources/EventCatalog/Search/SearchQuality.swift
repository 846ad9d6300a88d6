/// How well an event fits a word of a query, the best first.
public enum SearchQuality: Int, Comparable, Hashable, Sendable {
  /// The word is a name of the event.
  case wholeName
  /// A name starts with the word.
  case startOfName
  /// A part of a name, such as that behind a dot, starts with the word.
  case startOfPart
  /// The word stands within a name.
  case name
  /// The word stands in the topic or in the one line about the event.
  case brief
  /// The word stands in the long description.
  case details

  /// Whether the first fits better than the second.
  public static func < (first: Self, second: Self) -> Bool {
    first.rawValue < second.rawValue
  }
}
