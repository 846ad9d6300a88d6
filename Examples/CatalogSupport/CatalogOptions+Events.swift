public import EventCatalog

extension CatalogOptions {
  /// All events and metrics to tell about, and what cannot be read.
  ///
  /// - Parameters:
  ///   - detail: How much of each event is wanted.
  ///   - withMachine: Whether what the kernel says is wanted, which has no metrics.
  /// - Returns: The events and metrics.
  public func events(detail: EventDetail, withMachine: Bool = true) -> ChosenEvents {
    let wanted: Set<EventSourceKind> = kinds ?? Set(EventSourceKind.allCases)
    let own: Set<EventSourceKind> = withMachine ? wanted.filter(\.isOfMachine) : []
    var chosen = ChosenEvents(events: catalog.events(from: own, detail: detail))
    if kinds == nil {
      chosen.setAside { error in
        if case .unreadable = error.problem { true } else { false }
      }
    }
    let others: Set<EventSourceKind> = wanted.filter { !$0.isOfMachine }
    guard let named else {
      chosen.add(catalog.events(from: others, detail: detail))
      return chosen
    }
    // A name means its cores alone, and any model that has them.
    var seen: Set<EventDefinition> = []
    var seenMetrics: Set<MetricDefinition> = []
    for design in named {
      var events: MachineEvents = catalog.events(of: design, from: others, detail: detail)
      // What all cores of a package share is in the tables of each.
      for index in events.tables.indices where named.count > 1 {
        events.tables[index].events.removeAll { !seen.insert($0).inserted }
        events.tables[index].metrics.removeAll { !seenMetrics.insert($0).inserted }
      }
      chosen.add(events)
    }
    return chosen
  }
}

extension ChosenEvents {
  /// Adds what further sources say, and what of it cannot be read once.
  fileprivate mutating func add(_ more: MachineEvents) {
    events.tables += more.tables
    knowsCPU = knowsCPU || !more.tables.isEmpty
    events.failures += more.failures.filter { !events.failures.contains($0) }
  }
}
