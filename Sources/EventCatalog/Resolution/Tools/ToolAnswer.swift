/// What a tool's language makes of a text.
enum ToolAnswer {
  /// The tool has no such event.
  case unknown
  case events([EventCandidate], formula: EventFormula? = nil)
  /// The tool has the event, but something else is wrong.
  case refusal(LocatedProblem)
}

/// The names of a tool.
protocol ToolProvider {
  func answer(to name: ToolName) -> ToolAnswer

  /// Whether a text has a form that this tool alone uses.
  func isOwnForm(_ name: ToolName) -> Bool
}

extension ToolProvider {
  func isOwnForm(_ name: ToolName) -> Bool { false }
}
