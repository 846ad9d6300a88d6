internal import PerfEvent

/// The kernel's tables of chips instead of CPUs, as far as the machine has their PMUs.
struct ChipTables {
  let store: TableStore
  let pmus: PMUInventory

  /// The tables with the events and metrics of the PMUs whose identifiers match.
  ///
  /// Machines without such PMUs, which are most, are told from their sysfs alone.
  func tables() -> [EventTable] {
    guard store.sources.contains(where: { $0.kind == .kernelEvents }) else { return [] }
    let identified: [IdentifiedPMU] = identifiedPMUs()
    if identified.isEmpty { return [] }
    return store.chipTables().compactMap { table in
      var table: EventTable = table
      table.events = table.events.filter { event in
        guard let expression = event.compatibleIdentifiers else { return false }
        return identified.contains { pmu in
          Self.matches(pmu.identifier, expression) && pmus.isPMU(pmu.pmu, of: event.unit)
        }
      }
      table.metrics = table.metrics.filter { metric in
        guard let expression = metric.compatibleIdentifiers else { return false }
        return identified.contains { Self.matches($0.identifier, expression) }
      }
      return table.events.isEmpty && table.metrics.isEmpty ? nil : table
    }
  }

  private struct IdentifiedPMU {
    var pmu: PMU
    var identifier: String
  }

  private func identifiedPMUs() -> [IdentifiedPMU] {
    guard pmus.isDescribed else { return [] }
    return pmus.names.compactMap { name in
      let path: String = "\(pmus.folder)/\(name)/identifier"
      guard let text = try? pmus.kernel.readText(path), !text.isEmpty,
        let pmu = pmus.pmu(named: name)
      else { return nil }
      return IdentifiedPMU(pmu: pmu, identifier: text)
    }
  }

  /// Whether an expression means the whole of an identifier.
  static func matches(_ identifier: String, _ expression: String) -> Bool {
    identifier == expression
      || CPUPattern(expression)?.matchLength(in: identifier) == identifier.utf8.count
  }
}

extension TableStore {
  /// The tables of chips that the kernel's event files have.
  fileprivate func chipTables() -> [EventTable] {
    var found: [EventTable] = []
    for (index, source) in sources.enumerated() where source.kind == .kernelEvents {
      for name in (try? source.tableNames()) ?? [] where name.hasSuffix("/sys") {
        if case .value(let table) = table(named: name, in: index) { found.append(table) }
      }
    }
    return found
  }
}
