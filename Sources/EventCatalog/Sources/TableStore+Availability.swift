extension TableStore {
  /// Which microarchitectures have which events, over all tables of all sources.
  ///
  /// The first question reads every table about cores; their names and codes are kept,
  /// the tables are not.
  func availability() -> AvailabilityIndex {
    if let known = knownAvailability { return known }
    var index = AvailabilityIndex()
    for source in sources {
      let names: [String] = (try? source.tableNames()) ?? []
      for name in names where !Microarchitecture.described(by: name, of: source.kind).isEmpty {
        // What cannot be read is told where its own events are asked for.
        if let table = try? source.table(named: name) { index.add(table, of: source.kind) }
      }
    }
    knownAvailability = index
    return index
  }
}
