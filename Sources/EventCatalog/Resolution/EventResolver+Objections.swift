extension EventResolver {
  /// What is wrong with the names in a text that perf takes for letters behind a name or
  /// for a tracepoint; nil if perf's objection says more.
  func nameProblem(
    of parsed: ParsedEvent, insteadOf objection: LocatedProblem?
  ) -> LocatedProblem? {
    let words: [String] = parsed.text.split(separator: ":").map(String.init)
    guard let first = words.first, first != "mem", words.count > 1, parsed.terms == nil else {
      return nil
    }
    let isForeign: Bool
    switch (parsed.subject, objection?.problem) {
    case (.foreign, _) where !parsed.hasGenericName: isForeign = true
    case (.tracepoint, nil), (.tracepoint, .unknownTracepoint(_, [])?),
      (.tracepoint, .tracepointsUnavailable?):
      isForeign = false
    default: return nil
    }
    // Letters of perf are fewer.
    if isForeign, words.dropFirst().contains(where: { $0.utf8.count > 4 }) {
      let nearest: [String] = NearestNames.of(parsed.text, among: names)
      if !nearest.isEmpty {
        return LocatedProblem(
          problem: .unknownEvent(name: parsed.text, nearest: nearest), position: parsed.position)
      }
    }
    guard let name = try? EventExpression(parsing: first).groups.first?.events.first,
      case .name = name.subject, !isKnown(name)
    else { return nil }
    var word: ParsedEvent = name
    word.position = parsed.position
    let problem: LocatedProblem = unknown(word)
    switch problem.problem {
    case .metric, .metricGroup: return problem
    // Systems of tracepoints have small letters.
    case .unknownEvent(_, let nearest):
      let hasCapitals: Bool = first != first.lowercased()
      let isTold: Bool =
        isForeign ? hasCapitals || !nearest.isEmpty : hasCapitals && !nearest.isEmpty
      return isTold ? problem : nil
    default: return nil
    }
  }

  /// Whether anybody has an event of a bare name.
  private func isKnown(_ parsed: ParsedEvent) -> Bool {
    if case .unknown = tools.answer(to: ToolName(parsed)) {
      return providers.contains { provider in
        (try? provider.definitions(
          of: parsed.subject, terms: nil, position: parsed.position)) != nil
      }
    }
    return true
  }
}
