/// A text that perf's own names do not explain.
struct ToolName {
  /// The whole text without terms.
  var text: String
  /// The text without modifiers, where it is a single name to perf.
  var name: String?
  var terms: [ParsedTerm]?
  var position: Int

  /// What stands behind the first colon, up to the next.
  var secondPart: Substring? {
    let parts: [Substring] = text.split(
      separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[1] : nil
  }

  /// Whether nothing but the name of an event stands there.
  var isBare: Bool { name == text && terms == nil }
}
