extension EventCatalog {
  /// Reads which counters can hold which events of a design of cores.
  ///
  /// - Parameter microarchitecture: The design of the cores.
  /// - Returns: The limits that the sources say, those of vendors first.
  /// - Complexity: The first question about a microarchitecture reads its tables.
  public func constraints(on microarchitecture: Microarchitecture) -> ConstraintIndex {
    ConstraintIndex(
      microarchitecture: microarchitecture, tables: events(of: microarchitecture).tables)
  }

  /// Reads all metrics, presets and formulas that sources have for this machine.
  ///
  /// - Parameter kinds: The kinds of sources to ask; nil asks all.
  /// - Returns: The metrics.
  public func metrics(from kinds: Set<EventSourceKind>? = nil) -> MetricCatalog {
    let kinds: Set<EventSourceKind> = kinds ?? Set(EventSourceKind.allCases)
    let chips: [EventTable] = kinds.contains(.kernelEvents) ? chipTables : []
    return MetricCatalog(
      (store.tables(of: cpus, from: kinds).tables + chips).flatMap(\.metrics))
  }
}
