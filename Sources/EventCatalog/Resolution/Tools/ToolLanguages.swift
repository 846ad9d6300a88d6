internal import PerfEvent

/// The languages of other tools, in the order in which they are asked.
struct ToolLanguages {
  /// Those of which the first that knows a name decides.
  let providers: [any ToolProvider]
  /// Those whose names are often the same and do not always mean the same.
  let alternatives: [(tool: String, provider: any ToolProvider)]

  func answer(to name: ToolName) -> ToolAnswer {
    var refusal: LocatedProblem?
    for provider in providers {
      switch provider.answer(to: name) {
      case .events(let found, let formula): return .events(found, formula: formula)
      case .refusal(let problem): refusal = refusal ?? problem
      case .unknown: break
      }
    }
    switch alternative(to: name) {
    case .refusal(let problem): return .refusal(refusal ?? problem)
    case .events(let found, let formula): return .events(found, formula: formula)
    case .unknown: return refusal.map(ToolAnswer.refusal) ?? .unknown
    }
  }

  /// The first tool's meaning, unless another tool means another event by a bare name.
  private func alternative(to name: ToolName) -> ToolAnswer {
    var first: [EventCandidate]?
    var refusal: LocatedProblem?
    var meanings: [String] = []
    let fitting = alternatives.filter { $0.provider.isOwnForm(name) }
    let others = alternatives.filter { !$0.provider.isOwnForm(name) }
    for (tool, provider) in fitting + others {
      switch provider.answer(to: name) {
      case .unknown: continue
      case .refusal(let problem): refusal = refusal ?? problem
      case .events(let found, _):
        guard name.isBare else { return .events(found) }
        meanings.append("\(tool) \(Self.codes(of: found))")
        if let first, Self.codes(of: first) != Self.codes(of: found) {
          return .refusal(
            LocatedProblem(
              problem: .ambiguousEvent(name: name.text, meanings: meanings),
              position: name.position))
        }
        first = first ?? found
      }
    }
    return first.map { .events($0) } ?? refusal.map(ToolAnswer.refusal) ?? .unknown
  }

  private static func codes(of candidates: [EventCandidate]) -> String {
    candidates.map { candidate in
      let first: String = candidate.attributes.config.hexadecimal
      let second: UInt64 = candidate.attributes.config1
      return second == 0 ? first : "\(first)/\(second.hexadecimal)"
    }.joined(separator: "+")
  }
}
