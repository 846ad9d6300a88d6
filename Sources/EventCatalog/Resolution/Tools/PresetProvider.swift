internal import PerfEvent

/// Presets of PAPI, each an event or a formula over several.
struct PresetProvider: ToolProvider {
  let lookup: any DefinitionLookup
  let libpfm: LibpfmProvider

  func answer(to name: ToolName) -> ToolAnswer {
    guard name.terms == nil, let preset = name.name else { return .unknown }
    var refusal: LocatedProblem?
    for metric in lookup.metrics(named: preset, from: .papi) {
      do throws(LocatedProblem) {
        return try events(of: metric, position: name.position)
      } catch {
        refusal = refusal ?? error
      }
    }
    return refusal.map(ToolAnswer.refusal) ?? .unknown
  }

  private func events(
    of metric: MetricDefinition, position: Int
  ) throws(LocatedProblem) -> ToolAnswer {
    let expression: MetricExpression
    do throws(MetricError) {
      expression = try metric.expression()
    } catch {
      throw LocatedProblem(
        problem: .malformedFile(path: metric.provenance.location, text: metric.formula),
        position: position)
    }
    let natives: [String] = expression.names
    let isEvent: Bool = expression == natives.first.map(MetricExpression.init(name:))
    var candidates: [EventCandidate] = []
    for native in natives {
      switch libpfm.answer(to: native, position: position) {
      case .events(let found, _):
        candidates += found.map { found in
          var candidate: EventCandidate = found
          candidate.includesModifiers = false
          candidate.matchedName = isEvent ? nil : native
          return candidate
        }
      case .refusal(let problem): throw problem
      case .unknown where lookup.libpfm == nil:
        throw LocatedProblem(
          problem: .needsSource(.libpfm4, part: native, of: metric.name), position: position)
      case .unknown:
        throw LocatedProblem(
          problem: .unknownPart(native, of: metric.name), position: position)
      }
    }
    if isEvent { return .events(candidates) }
    return .events(
      candidates, formula: EventFormula(name: metric.name, expression: expression))
  }
}
