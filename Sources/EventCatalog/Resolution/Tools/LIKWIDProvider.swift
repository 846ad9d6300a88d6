internal import PerfEvent

/// Events of LIKWID, `EVENT:COUNTER[:OPTION[=VALUE]]`, or the event alone.
struct LIKWIDProvider: ToolProvider {
  let lookup: any DefinitionLookup
  let binder: DefinitionBinder

  func isOwnForm(_ name: ToolName) -> Bool {
    name.secondPart.flatMap { LIKWIDCounter(String($0)) } != nil
  }

  func answer(to name: ToolName) -> ToolAnswer {
    guard name.terms == nil,
      let event = name.text.split(separator: ":").first.map(String.init),
      let plain = definitions(event).first
    else { return .unknown }
    do throws(LocatedProblem) {
      if name.name != nil {
        return .events(try binder.candidates(of: [plain], position: name.position))
      }
      return .events(try events(at: name))
    } catch {
      return .refusal(error)
    }
  }

  private func definitions(_ name: String) -> [EventDefinition] {
    lookup.definitions(named: name, from: .likwid)
  }

  private func events(at name: ToolName) throws(LocatedProblem) -> [EventCandidate] {
    let specification: LIKWIDSpecification
    let definition: EventDefinition?
    do throws(EventNameError) {
      specification = try LIKWIDSpecification(parsing: name.text)
      definition = try specification.definition(among: definitions)
    } catch {
      throw LocatedProblem(problem: error.problem, position: name.position + error.position)
    }
    guard let definition else {
      throw LocatedProblem(
        problem: .impossibleCounter(
          specification.counter, event: specification.event,
          possible: definitions(specification.event).flatMap(\.constraints.classes)),
        position: name.position)
    }
    var candidates: [EventCandidate] = try binder.candidates(
      of: [definition], position: name.position)
    for index in candidates.indices {
      candidates[index].includesModifiers = true
      if !specification.countsKernel, candidates[index].capabilities != .other {
        candidates[index].attributes.flags.formUnion([.excludeKernel, .excludeHypervisor])
      }
    }
    return candidates
  }
}
