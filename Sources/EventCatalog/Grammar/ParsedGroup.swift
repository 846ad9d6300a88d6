/// A group as it was written; an event outside of braces is one by itself.
struct ParsedGroup {
  var name: String?
  var isExplicit: Bool
  var events: [ParsedEvent]
  var modifiers: ModifierList
}
