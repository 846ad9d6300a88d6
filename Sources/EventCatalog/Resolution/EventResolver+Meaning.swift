extension EventResolver {
  /// What an event means to perf, else to the first other tool that knows it.
  func meaning(
    of parsed: ParsedEvent
  ) throws(LocatedProblem) -> ([EventCandidate], EventFormula?) {
    var objection: LocatedProblem?
    do throws(LocatedProblem) {
      for provider in providers {
        if let found = try provider.definitions(
          of: parsed.subject, terms: parsed.terms, position: parsed.position)
        {
          return (found, nil)
        }
      }
    } catch {
      guard error.problem.leavesRoomForOtherTools else { throw error }
      objection = error
    }
    if case .foreign(_, let problem) = parsed.subject { objection = problem }
    switch tools.answer(to: ToolName(parsed)) {
    case .events(let found, let formula): return (found, formula)
    case .refusal(let problem): throw problem
    case .unknown: throw objection ?? unknown(parsed)
    }
  }

  private func unknown(_ parsed: ParsedEvent) -> LocatedProblem {
    let word: String = if case .name(let name) = parsed.subject { name } else { parsed.text }
    let names: [String] = providers.flatMap { $0.names() } + (lookup?.names() ?? [])
    return LocatedProblem(
      problem: .unknownEvent(name: word, nearest: NearestNames.of(word, among: names)),
      position: parsed.position)
  }
}

extension ToolName {
  fileprivate init(_ parsed: ParsedEvent) {
    var name: String?
    var text: String = parsed.text
    if case .name(let word) = parsed.subject {
      name = word
      if parsed.terms != nil { text = word }
    }
    self.init(text: text, name: name, terms: parsed.terms, position: parsed.position)
  }
}

extension EventNameProblem {
  /// Whether a text that perf cannot use so may be the name of another tool.
  fileprivate var leavesRoomForOtherTools: Bool {
    switch self {
    case .unknownTracepoint, .tracepointsUnavailable, .unknownPMU, .noMatch,
      .impossibleCacheOperation:
      true
    default: false
    }
  }
}
