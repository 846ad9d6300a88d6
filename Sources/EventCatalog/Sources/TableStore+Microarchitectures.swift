extension TableStore {
  /// The tables about a design of cores and the packages that have them.
  func tables(
    of microarchitecture: Microarchitecture, from kinds: Set<EventSourceKind>,
    detail: EventDetail = .everything
  ) -> MachineEvents {
    var found = MachineEvents(tables: [], failures: [])
    for (index, source) in sources.enumerated() where kinds.contains(source.kind) {
      switch names(of: microarchitecture, in: index) {
      case .failure(let error): found.failures.append(error)
      case .value(let names):
        for name in names {
          switch table(named: name, in: index, detail: detail) {
          case .failure(let error): found.failures.append(error)
          case .value(let table): found.tables.append(table.restricted(to: microarchitecture))
          }
        }
      }
    }
    return found
  }

  /// The tables of a CPU with such cores, without those of its other cores.
  ///
  /// Where the source does not know the CPU, the tables that bear a name of the design.
  private func names(
    of microarchitecture: Microarchitecture, in index: Int
  ) -> SourceAnswer<[String]> {
    let kind: EventSourceKind = sources[index].kind
    if let cpu = microarchitecture.cpus.first?.first {
      switch names(of: cpu, in: index) {
      case .failure(let error): return .failure(error)
      case .value(let names) where !names.isEmpty:
        return .value(
          names.filter { name in
            let described: [Microarchitecture] = Microarchitecture.described(by: name, of: kind)
            return described.isEmpty || described.contains(microarchitecture)
          })
      case .value: break
      }
    }
    do throws(EventSourceError) {
      let all: [String] = try sources[index].tableNames()
      return .value(all.filter { microarchitecture.tables.isNamed($0.lowercased(), in: kind) })
    } catch {
      return .failure(error)
    }
  }
}

extension EventTable {
  /// The table without the events of other cores of the same machines.
  fileprivate func restricted(to microarchitecture: Microarchitecture) -> EventTable {
    func belongs(_ unit: PMUUnit) -> Bool {
      !unit.isCore || unit == .core || unit == microarchitecture.unit
    }
    guard !events.allSatisfy({ belongs($0.unit) }) || !metrics.allSatisfy({ belongs($0.unit) })
    else { return self }
    var table: EventTable = self
    table.events.removeAll { !belongs($0.unit) }
    table.metrics.removeAll { !belongs($0.unit) }
    return table
  }
}
