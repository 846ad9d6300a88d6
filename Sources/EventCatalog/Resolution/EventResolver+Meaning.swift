internal import PerfEvent

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
    case .refusal(let refusal):
      // Of a name of the kernel, its own letters are meant.
      if let objection, parsed.hasGenericName { throw objection }
      throw nearer(than: refusal, to: parsed)
    case .unknown:
      throw nameProblem(of: parsed, insteadOf: objection) ?? objection ?? unknown(parsed)
    }
  }

  /// What to say of a name that nobody knows.
  func unknown(_ parsed: ParsedEvent) -> LocatedProblem {
    let word: String = if case .name(let name) = parsed.subject { name } else { parsed.text }
    let other: EventNameProblem? =
      lookup?.metricProblem(of: word)
      ?? providers.lazy.compactMap { $0.objection(toName: word) }.first
    if let other { return LocatedProblem(problem: other, position: parsed.position) }
    // Metrics are often called by the last word of their names.
    var nearest: [String] = lookup?.metricNames(endingIn: word) ?? []
    if nearest.isEmpty { nearest = NearestNames.of(word, among: names) }
    var problem: EventNameProblem = .unknownEvent(name: word, nearest: nearest)
    if nearest.isEmpty, case .tracepoint = parsed.subject {
      problem = .tracepointsUnavailable(path: "", error: .noSuchFile)
    }
    return LocatedProblem(problem: problem, position: parsed.position)
  }

  /// Every name of every event and metric.
  var names: [String] {
    providers.flatMap { $0.names() } + (lookup?.names() ?? [])
  }

  /// A tool's complaint, unless what other sources have is nearer than what it proposes.
  private func nearer(
    than refusal: LocatedProblem, to parsed: ParsedEvent
  ) -> LocatedProblem {
    guard let (part, own) = refusal.problem.proposal(for: parsed.text) else { return refusal }
    let ranked: [String] = NearestNames.of(parsed.text, among: own + names)
    // The event is known, so that only its mask may differ.
    guard let nearest = ranked.first, !own.contains(nearest),
      EditDistance.between(
        NameFolding.text(of: parsed.text), NameFolding.text(of: nearest),
        limit: max(1, part.utf8.count / 3)) != nil
    else { return refusal }
    return LocatedProblem(
      problem: .unknownEvent(name: parsed.text, nearest: ranked), position: parsed.position)
  }
}

extension ParsedEvent {
  /// Whether a text that perf cannot read starts with the name of a generic event.
  ///
  /// Names of caches, such as `L1D`, are those of other tools' events as well.
  var hasGenericName: Bool {
    guard case .foreign(let text, _) = subject, let first = text.split(separator: ":").first
    else { return false }
    let name = String(first)
    return HardwareEvent(named: name) != nil || SoftwareEvent(named: name) != nil
  }
}

extension ToolName {
  init(_ parsed: ParsedEvent) {
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
  /// The wrong part of a text with the whole names that a tool proposes, or nil if no
  /// name is wrong.
  fileprivate func proposal(for text: String) -> (part: String, names: [String])? {
    // A text that names the PMU in libpfm4's way is no other tool's.
    if text.contains("::") { return nil }
    switch self {
    case .libpfm4(.unknownAttribute(let part, let event, let nearest)):
      return (part, nearest.map { "\(event):\($0)" })
    case .unknownUnitMask(let part, let event, let available):
      return (part, available.map { "\(event):\($0)" })
    default: return nil
    }
  }

  /// Whether a text that perf cannot use so may be the name of another tool.
  fileprivate var leavesRoomForOtherTools: Bool {
    switch self {
    case .unknownTracepoint, .tracepointsUnavailable, .unknownPMU, .needsSysfs, .noMatch,
      .impossibleCacheOperation:
      true
    default: false
    }
  }
}
