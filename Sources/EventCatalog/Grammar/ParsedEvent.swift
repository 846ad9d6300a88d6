/// An event as it was written.
struct ParsedEvent {
  /// The whole text, with terms and modifiers.
  var text: String
  var subject: ParsedSubject
  /// Where the subject starts.
  var position: Int
  /// Nil without slashes; `pmu//` has none in them.
  var terms: [ParsedTerm]?
  var modifiers: ModifierList
}

extension ParsedEvent: Equatable, CustomStringConvertible {
  /// Whether two texts mean the same, wherever they stand.
  static func == (first: Self, second: Self) -> Bool {
    first.subject == second.subject && first.terms == second.terms
      && first.modifiers == second.modifiers
  }

  var description: String {
    guard let terms else {
      return modifiers.letters.isEmpty ? "\(subject)" : "\(subject):\(modifiers)"
    }
    return "\(subject)/\(terms.map(\.description).joined(separator: ","))/\(modifiers)"
  }
}
