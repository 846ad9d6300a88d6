/// A group as it was written; an event outside of braces is one by itself.
struct ParsedGroup: Equatable {
  var name: String?
  var isExplicit: Bool
  var events: [ParsedEvent]
  var modifiers: ModifierList
}

extension ParsedGroup: CustomStringConvertible {
  var description: String {
    let list: String = events.map(\.description).joined(separator: ",")
    guard isExplicit else { return list }
    let end: String = modifiers.letters.isEmpty ? "" : ":\(modifiers)"
    return "\(name ?? ""){\(list)}\(end)"
  }
}
