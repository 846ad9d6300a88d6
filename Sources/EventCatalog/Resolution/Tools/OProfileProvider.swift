internal import PerfEvent

/// Events of OProfile, `EVENT[:count[:unit mask[:kernel[:user]]]]`.
struct OProfileProvider: ToolProvider {
  let lookup: any DefinitionLookup
  let binder: DefinitionBinder

  func isOwnForm(_ name: ToolName) -> Bool {
    guard let count = name.secondPart, !count.isEmpty else { return false }
    return count.utf8.allSatisfy(NumberText.isDigit)
  }

  func answer(to name: ToolName) -> ToolAnswer {
    guard name.terms == nil,
      let event = name.text.split(separator: ":").first.map(String.init),
      let plain = definitions(event).first
    else { return .unknown }
    // A bare name may have modifiers of perf, which apply to the default unit mask.
    let text: String = name.name ?? name.text
    do throws(LocatedProblem) {
      return .events(try events(text, plain, at: name))
    } catch {
      return .refusal(error)
    }
  }

  private func definitions(_ name: String) -> [EventDefinition] {
    lookup.definitions(named: name, from: .oprofile)
  }

  private func events(
    _ text: String, _ plain: EventDefinition, at name: ToolName
  ) throws(LocatedProblem) -> [EventCandidate] {
    let specification: OProfileSpecification
    do throws(EventNameError) {
      specification = try OProfileSpecification(parsing: text)
    } catch {
      throw LocatedProblem(problem: error.problem, position: name.position + error.position)
    }
    guard let definition = specification.definition(among: definitions) else {
      throw LocatedProblem(
        problem: .unknownUnitMask(
          String(specification.eventName.dropFirst(specification.name.count + 1)),
          event: specification.name, available: masks(of: plain)),
        position: name.position)
    }
    var candidates: [EventCandidate] = try binder.candidates(
      of: [definition], position: name.position)
    for index in candidates.indices {
      candidates[index].includesModifiers = name.name == nil
      // Every event of OProfile has a count, which makes no difference when counting.
      if let count = specification.count, binder.context.purpose == .sampling {
        candidates[index].attributes.samplePeriod = count
      }
      if !specification.countsKernel {
        candidates[index].attributes.flags.insert(.excludeKernel)
      }
      if !specification.countsUser { candidates[index].attributes.flags.insert(.excludeUser) }
    }
    return candidates
  }

  private func masks(of plain: EventDefinition) -> [String] {
    let prefix: String = plain.name.lowercased() + ":"
    return lookup.events(from: .oprofile).map(\.name)
      .filter { $0.lowercased().hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }
}
