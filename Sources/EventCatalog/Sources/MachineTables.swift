internal import Synchronization

/// The tables that hold for a machine, and its definitions by name.
final class MachineTables: Sendable {
  let tables: [EventTable]
  /// What could not be read at all.
  let failures: [EventSourceError]
  /// Where definitions stand, by their names in lower case; made when first asked.
  private let places: Mutex<[String: [Place]]?> = Mutex(nil)

  private struct Place: Sendable {
    var table: Int
    var event: Int
  }

  init(tables: [EventTable], failures: [EventSourceError]) {
    self.tables = tables
    self.failures = failures
  }

  /// The definitions that bear a name, in letters of either case.
  ///
  /// - Complexity: O(1) after the first call, which takes O(*n*) for *n* events.
  func definitions(named name: String) -> [EventDefinition] {
    let key: String = name.lowercased()
    let found: [Place] = places.withLock { places in
      if let places { return places[key] ?? [] }
      let made: [String: [Place]] = makePlaces()
      places = made
      return made[key] ?? []
    }
    return found.map { tables[$0.table].events[$0.event] }
  }

  private func makePlaces() -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for (tableIndex, table) in tables.enumerated() {
      for (eventIndex, event) in table.events.enumerated() {
        let place = Place(table: tableIndex, event: eventIndex)
        places[event.name.lowercased(), default: []].append(place)
        for name in event.otherNames {
          let key: String = name.lowercased()
          if key != event.name.lowercased() { places[key, default: []].append(place) }
        }
      }
    }
    return places
  }

  /// Every name of every event, for suggestions.
  var names: [String] {
    tables.flatMap { $0.events.flatMap { [$0.name] + $0.otherNames } }
  }
}
