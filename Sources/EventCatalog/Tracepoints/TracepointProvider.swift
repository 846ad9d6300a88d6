internal import PerfEvent

/// Tracepoints by system and name, each of which may be a pattern.
struct TracepointProvider: EventProvider {
  let kernel: any Kernel
  let context: TermContext
  /// The places where tracefs may be mounted.
  let roots: [String]
  /// More events than this are refused.
  let limit: Int

  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventCandidate]? {
    guard case .tracepoint(let system, let name) = subject, !roots.isEmpty else { return nil }
    let folder = try TracepointFolder(kernel: kernel, roots: roots, position: position)
    var found: [EventCandidate] =
      GlobPattern.isPattern(system) || GlobPattern.isPattern(name)
      ? try matches(system: system, name: name, in: folder, position: position)
      : [try definition(system: system, name: name, in: folder, position: position)]
    for index in found.indices {
      for term in terms ?? [] {
        if term.name == "filter" {
          try filter(&found[index], by: term, in: folder)
          continue
        }
        guard try CommonTerm.apply(term, to: &found[index], for: context) else {
          throw LocatedProblem(
            problem: .unknownTerm(
              term: term.name, pmu: "tracepoint", available: CommonTerm.names + ["filter"]),
            position: term.position)
        }
      }
    }
    return found
  }

  /// Takes a filter whose fields the records of a tracepoint have.
  private func filter(
    _ candidate: inout EventCandidate, by term: ParsedTerm, in folder: TracepointFolder
  ) throws(LocatedProblem) {
    let text: String = try CommonTerm.text(term)
    // Without the fields the kernel alone can judge the filter.
    candidate.options.filter = text
    let name: String = candidate.tracepoint ?? ""
    let parts: [String] = name.split(separator: ":").map(String.init)
    guard parts.count == 2,
      let format = try folder.format(system: parts[0], name: parts[1], position: term.position)
    else { return }
    var checker = FilterChecker(text, of: name, fields: format.fields)
    if let problem = checker.problem() {
      throw LocatedProblem(problem: problem, position: term.position)
    }
  }

  /// Nothing: a word without a colon is no tracepoint.
  func names() -> [String] { [] }

  private func definition(
    system: String, name: String, in folder: TracepointFolder, position: Int
  ) throws(LocatedProblem) -> EventCandidate {
    if RelativePath.isName(system), RelativePath.isName(name),
      let id = try folder.id(system: system, name: name, position: position)
    {
      var candidate = EventCandidate(
        attributes: EventAttributes(type: .tracepoint, config: id))
      candidate.tracepoint = "\(system):\(name)"
      return candidate
    }
    throw LocatedProblem(
      problem: .unknownTracepoint(
        name: "\(system):\(name)", nearest: nearest(system: system, name: name, in: folder)),
      position: position)
  }

  /// In a system that exists only its names are near, else those of near systems.
  private func nearest(
    system: String, name: String, in folder: TracepointFolder
  ) -> [String] {
    let systems: [String] =
      folder.systems.contains(system)
      ? [system] : NearestNames.of(system, among: folder.systems)
    let names: [String] = systems.flatMap { system in
      folder.names(of: system).map { "\(system):\($0)" }
    }
    return NearestNames.of("\(system):\(name)", among: names)
  }

  private func matches(
    system: String, name: String, in folder: TracepointFolder, position: Int
  ) throws(LocatedProblem) -> [EventCandidate] {
    let systemPattern = GlobPattern(system)
    let namePattern = GlobPattern(name)
    var found: [EventCandidate] = []
    for system in folder.systems where systemPattern.matches(system) {
      for name in folder.names(of: system) where namePattern.matches(name) {
        guard let id = try folder.id(system: system, name: name, position: position) else {
          continue
        }
        guard found.count < limit else {
          throw LocatedProblem(problem: .tooManyEvents(limit: limit), position: position)
        }
        var candidate = EventCandidate(
          attributes: EventAttributes(type: .tracepoint, config: id),
          matchedName: "\(system):\(name)")
        candidate.tracepoint = candidate.matchedName
        found.append(candidate)
      }
    }
    if found.isEmpty {
      throw LocatedProblem(problem: .noMatch(pattern: "\(system):\(name)"), position: position)
    }
    return found
  }
}
