extension TracepointSource {
  /// Lists the tracepoints of all systems that are wanted, each folder once.
  ///
  /// - Parameters:
  ///   - isWanted: Whether a system is wanted.
  ///   - detail: Whether the numbers are wanted, for which a file must be read for each.
  /// - Returns: The tables, and what cannot be read.
  func events(in isWanted: (String) -> Bool, detail: EventDetail) -> MachineEvents {
    var all = MachineEvents(tables: [], failures: [])
    do throws(EventSourceError) {
      let folder: TracepointFolder = try folder()
      for system in folder.systems where isWanted(system) {
        do throws(EventSourceError) {
          let table: EventTable? = try table(
            named: system, in: folder, readsNumbers: detail == .everything)
          if let table { all.tables.append(table) }
        } catch {
          all.failures.append(error)
        }
      }
    } catch {
      all.failures.append(error)
    }
    return all
  }

  /// The table of a system, nil if there is no such system or nothing in it.
  func table(
    named name: String, in folder: TracepointFolder, readsNumbers: Bool
  ) throws(EventSourceError) -> EventTable? {
    let names: [String] = folder.names(of: name)
    if names.isEmpty { return nil }
    let path: String = "\(folder.root)/events/\(name)"
    guard names.count <= Self.limit else {
      throw EventSourceError(path: path, problem: .tooManyEntries(limit: Self.limit))
    }
    var table = EventTable(name: name)
    table.events.reserveCapacity(names.count)
    // Most of what stands in this folder are the tracer's own records, which have no number
    // and cannot be counted.
    let asksNumbers: Bool = readsNumbers || name == "ftrace"
    for event in names {
      var definition = EventDefinition(
        name: "\(name):\(event)", unit: .tracepoint,
        provenance: EventProvenance(source: .tracefs, location: "\(path)/\(event)"))
      definition.topic = name
      if asksNumbers {
        do throws(LocatedProblem) {
          guard let id = try folder.id(system: name, name: event, position: 0) else { continue }
          definition.words = EventWords(config: id)
        } catch {
          table.warnings.append(EventSourceError(error, in: path))
          continue
        }
      }
      table.events.append(definition)
    }
    return table
  }
}
