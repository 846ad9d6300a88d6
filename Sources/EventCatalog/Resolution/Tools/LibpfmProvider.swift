internal import PerfEvent

/// Names of libpfm4, `[pmu::]EVENT[:unit mask][:modifier]`.
struct LibpfmProvider: ToolProvider {
  let lookup: any DefinitionLookup
  let context: TermContext

  func answer(to name: ToolName) -> ToolAnswer {
    guard name.terms == nil else { return .unknown }
    return answer(to: name.text, position: name.position)
  }

  /// What libpfm4 makes of a text.
  func answer(to text: String, position: Int) -> ToolAnswer {
    guard let source = lookup.libpfm else { return .unknown }
    if text.contains("::") {
      do throws(LibpfmError) {
        return bound(try source.encoder.encode(text), position: position)
      } catch {
        return .refusal(problem(error, position: position))
      }
    }
    var refusal: LocatedProblem?
    for pmu in pmus(of: source) {
      do throws(LibpfmError) {
        return bound(try source.encoder.encode(text, of: pmu), position: position)
      } catch {
        if case .unknownEvent = error.problem { continue }
        refusal = refusal ?? problem(error, position: position)
      }
    }
    return refusal.map(ToolAnswer.refusal) ?? .unknown
  }

  /// The PMUs of the machine's cores and of what is around them.
  private func pmus(of source: LibpfmSource) -> [LibpfmPMU] {
    var names: [String] = []
    for cpu in lookup.cpus {
      for name in source.tableNames(of: cpu) where !names.contains(name) { names.append(name) }
    }
    return names.compactMap(source.encoder.pmu(named:))
  }

  private func bound(_ encoding: LibpfmEncoding, position: Int) -> ToolAnswer {
    // The library asks its own machine for the number of such a PMU, whatever the tree.
    let isUncore: Bool = lookup.libpfm?.encoder.pmu(named: encoding.pmu)?.scope == .uncore
    if !isUncore, let attributes = encoding.attributes {
      return .events([candidate(encoding, attributes, of: nil)])
    }
    do throws(LocatedProblem) {
      return .events(
        try pmus(of: encoding, position: position).map { pmu in
          candidate(encoding, encoding.attributes(type: pmu.type), of: pmu)
        })
    } catch {
      return .refusal(error)
    }
  }

  /// The PMU of the instance that the name has, else all of its kind.
  private func pmus(
    of encoding: LibpfmEncoding, position: Int
  ) throws(LocatedProblem) -> [PMU] {
    let name: String? = lookup.libpfm?.encoder.pmu(named: encoding.pmu)?.kernelName
    if let name, let pmu = context.pmus.pmu(named: name) { return [pmu] }
    return try context.pmus.pmus(of: encoding.unit, position: position)
  }

  private func candidate(
    _ encoding: LibpfmEncoding, _ attributes: EventAttributes, of pmu: PMU?
  ) -> EventCandidate {
    var candidate = EventCandidate(attributes: attributes, pmu: pmu?.name)
    candidate.cpus = encoding.cpu.map { [$0] } ?? (pmu?.scope == .core ? nil : pmu?.cpus)
    if let pmu {
      candidate.capabilities = pmu.capabilities
    } else if encoding.unit.isCore {
      candidate.capabilities = .core(
        maximumPrecision: context.pmus.cores.first?.maximumPrecision ?? 0)
    }
    candidate.includesModifiers = true
    return candidate
  }

  private func problem(_ error: LibpfmError, position: Int) -> LocatedProblem {
    LocatedProblem(problem: .libpfm4(error.problem), position: position)
  }
}
