internal import Synchronization

/// The tables that hold for a machine, and its definitions by name.
final class MachineTables: Sendable {
  let tables: [EventTable]
  /// What could not be read at all.
  let failures: [EventSourceError]
  /// Where definitions stand, by their names in lower case; made when first asked.
  private let places: Mutex<[String: [Place]]?> = Mutex(nil)
  /// The same by their names without what makes no difference to a reader.
  private let foldedPlaces: Mutex<[String: [Place]]?> = Mutex(nil)

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
    definitions(at: name.lowercased(), in: places) { $0.lowercased() }
  }

  /// The definitions that bear a name, whatever separates its words.
  ///
  /// - Complexity: O(1) after the first call, which takes O(*n*) for *n* events.
  func definitions(spelledLike name: String) -> [EventDefinition] {
    definitions(at: NameFolding.text(of: name), in: foldedPlaces) { NameFolding.text(of: $0) }
  }

  private func definitions(
    at key: String, in places: borrowing Mutex<[String: [Place]]?>, by fold: (String) -> String
  ) -> [EventDefinition] {
    let found: [Place] = places.withLock { places in
      if let places { return places[key] ?? [] }
      let made: [String: [Place]] = makePlaces(by: fold)
      places = made
      return made[key] ?? []
    }
    return found.map { tables[$0.table].events[$0.event] }
  }

  private func makePlaces(by fold: (String) -> String) -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for (tableIndex, table) in tables.enumerated() {
      for (eventIndex, event) in table.events.enumerated() {
        let place = Place(table: tableIndex, event: eventIndex)
        let own: String = fold(event.name)
        places[own, default: []].append(place)
        var seen: Set<String> = event.otherNames.isEmpty ? [] : [own]
        for name in event.otherNames {
          let key: String = fold(name)
          if seen.insert(key).inserted { places[key, default: []].append(place) }
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
