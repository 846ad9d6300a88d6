extension MetricExplainer {
  /// The groups of LIKWID of a name, which say on which counter each event is.
  ///
  /// - Parameter lowered: The name in small letters.
  /// - Returns: The groups, one per table that has the name.
  func eventSets(named lowered: String) -> [MetricGroupExplanation] {
    var found: [MetricGroupExplanation] = []
    for case let source as LIKWIDSource in catalog.store.sources {
      var seen: Set<String> = []
      var budget: Int = SourceFiles.tableLimit
      for cpu in catalog.cpus {
        for table in (try? source.tableNames(of: cpu)) ?? [] where seen.insert(table).inserted {
          found += source.locatedGroups(of: table, within: &budget).groups
            .filter { $0.group.name.lowercased() == lowered }
            .map(explanation)
        }
      }
    }
    return found
  }

  private func explanation(_ located: LIKWIDSource.LocatedGroup) -> MetricGroupExplanation {
    let group: LIKWIDGroup = located.group
    var explanation = MetricGroupExplanation(
      name: group.name, metrics: LIKWIDSource.metrics(of: group, path: located.path),
      events: group.events.prefix(Self.limit).map { assignment in
        event(
          assignment.specification, text: assignment.specification, of: .likwid,
          neededBy: group.name)
      },
      provenance: EventProvenance(source: .likwid, location: located.path))
    explanation.brief = group.brief
    explanation.details = group.details
    return explanation
  }
}
