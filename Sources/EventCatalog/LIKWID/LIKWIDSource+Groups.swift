internal import PerfEvent

extension LIKWIDSource {
  /// A group and its file.
  struct LocatedGroup {
    var group: LIKWIDGroup
    var path: String
  }

  /// The groups of a table.
  ///
  /// - Parameter name: The name of the table, such as `skylake`.
  /// - Returns: The groups, sorted by name; what is wrong with them is among the
  ///   warnings of the table.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` of an unknown name.
  public func groups(of name: String) throws(EventSourceError) -> [LIKWIDGroup] {
    guard try tableNames().contains(name) else {
      throw EventSourceError(path: root, problem: .noTable(name))
    }
    var budget: Int = SourceFiles.tableLimit
    return locatedGroups(of: name, within: &budget).groups.map(\.group)
  }

  func locatedGroups(
    of name: String, within budget: inout Int
  ) -> (groups: [LocatedGroup], warnings: SourceWarnings) {
    let folders: (path: String, names: [String]) = locations.groupFolders()
    let folder: String? = [name, LIKWIDArchitecture.groupFolders[name] ?? name]
      .first(where: folders.names.contains)
    var groups: [LocatedGroup] = []
    var warnings = SourceWarnings()
    guard let folder else { return (groups, warnings) }
    do throws(EventSourceError) {
      for file in try files.list("\(folders.path)/\(folder)") where file.hasSuffix(".txt") {
        let path: String = "\(folders.path)/\(folder)/\(file)"
        do throws(EventSourceError) {
          let reader = LIKWIDGroupReader(
            path: path, name: String(file.dropLast(4)),
            bytes: try files.read(path, within: &budget))
          groups.append(LocatedGroup(group: reader.group, path: path))
          warnings.add(contentsOf: reader.warnings.all)
        } catch {
          warnings.add(error)
        }
      }
    } catch {
      warnings.add(error)
    }
    return (groups, warnings)
  }

  /// The formulas of a group, over those counters that the group has.
  static func metrics(of group: LIKWIDGroup, path: String) -> [MetricDefinition] {
    let events: [String: String] = Dictionary(
      group.events.map { ($0.counter, $0.specification) }, uniquingKeysWith: { first, _ in first })
    return group.metrics.map { metric in
      let names: [String] = LIKWIDFormulaNames.names(in: metric.formula) ?? []
      var definition = MetricDefinition(
        name: metric.name, formula: metric.formula, language: .likwid,
        operands: names.compactMap { name in
          if LIKWIDGroupReader.constants.contains(name) {
            return MetricDefinition.Operand(alias: name, value: name, isConstant: true)
          }
          return events[LIKWIDFormulaNames.counter(of: name)].map {
            MetricDefinition.Operand(alias: name, value: $0)
          }
        },
        provenance: EventProvenance(source: .likwid, location: path))
      definition.groups = [group.name]
      definition.unitName = metric.unitName
      definition.brief = group.brief
      definition.details = group.details
      definition.groupingRule = group.requiresNoSMT ? "REQUIRE_NOHT" : ""
      return definition
    }
  }

  /// The events of groups that a file of events lacks.
  static func unknownEvents(
    in groups: [LocatedGroup], among events: [EventDefinition]
  ) -> [EventSourceError] {
    guard !events.isEmpty else { return [] }
    let names: Set<String> = Set(events.map(\.name))
    var warnings = SourceWarnings()
    for located in groups {
      for assignment in located.group.events where !names.contains(assignment.event) {
        warnings.add(
          located.path, nil, .danglingReference(SourceWarnings.short(assignment.event)))
      }
    }
    return warnings.all
  }
}
