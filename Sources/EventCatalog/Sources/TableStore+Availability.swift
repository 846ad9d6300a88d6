extension TableStore {
  /// So many questions are answered by searching; then an index is worth its while.
  private static let searchLimit: Int = 8

  /// Which microarchitectures have events of some names, over all tables of all sources.
  ///
  /// The first questions search the sources for the names and read little of them. Who
  /// has more questions gets an index of all names, for which every table about cores is
  /// read once; their names and codes are kept, the tables are not.
  func availability(of names: [String]) -> AvailabilityIndex {
    if let known = knownAvailability { return known }
    guard questionsOfAvailability() > Self.searchLimit else {
      return index(filter: NameFilter(names))
    }
    let index: AvailabilityIndex = self.index(filter: nil)
    knownAvailability = index
    return index
  }

  /// An index of the events that a filter finds, and perhaps of others.
  private func index(filter: NameFilter?) -> AvailabilityIndex {
    var index = AvailabilityIndex()
    for (number, source) in sources.enumerated() {
      let names: [String] = (try? source.tableNames()) ?? []
      for name in names where !Microarchitecture.described(by: name, of: source.kind).isEmpty {
        // What cannot be read is told where its own events are asked for.
        guard let table = availableTable(named: name, in: number, filter: filter) else { continue }
        index.add(table, of: source.kind)
      }
    }
    return index
  }

  /// A table, or what a filter finds in it, which is not kept.
  private func availableTable(
    named name: String, in number: Int, filter: NameFilter?
  ) -> EventTable? {
    guard let filter else { return try? sources[number].table(named: name) }
    var table: EventTable? = knownTable(named: name, in: number)
    if table == nil {
      if let source = sources[number] as? any NameSearching {
        table = try? source.table(named: name, filter: filter)
      } else {
        table = try? sources[number].table(named: name)
      }
    }
    table?.events.removeAll { !filter.contains($0) }
    return table
  }
}
