internal import Synchronization

/// The tables that hold for a machine, and its definitions by name.
final class MachineTables: Sendable {
  let tables: [EventTable]
  /// What could not be read at all.
  let failures: [EventSourceError]
  /// Where events and metrics stand, by their names in lower case; made when first asked.
  private let eventPlaces: Mutex<Places?> = Mutex(nil)
  private let metricPlaces: Mutex<Places?> = Mutex(nil)
  /// Where events stand, by their names without what makes no difference to a reader.
  private let foldedPlaces: Mutex<Places?> = Mutex(nil)

  private typealias Places = [String: [Place]]

  private struct Place: Sendable {
    var table: Int
    var entry: Int
  }

  init(tables: [EventTable], failures: [EventSourceError]) {
    self.tables = tables
    self.failures = failures
  }

  /// The definitions that bear a name, in letters of either case.
  ///
  /// - Complexity: O(1) after the first call, which takes O(*n*) for *n* events.
  func definitions(named name: String) -> [EventDefinition] {
    Self.places(of: name.lowercased(), in: eventPlaces) {
      makeEventPlaces { $0.lowercased() }
    }.map { tables[$0.table].events[$0.entry] }
  }

  /// The definitions that bear a name, whatever separates its words.
  ///
  /// - Complexity: O(1) after the first call, which takes O(*n*) for *n* events.
  func definitions(spelledLike name: String) -> [EventDefinition] {
    Self.places(of: NameFolding.text(of: name), in: foldedPlaces) {
      makeEventPlaces { NameFolding.text(of: $0) }
    }.map { tables[$0.table].events[$0.entry] }
  }

  /// The metrics that bear a name, in letters of either case.
  ///
  /// - Complexity: O(1) after the first call, which takes O(*n*) for *n* metrics.
  func metrics(named name: String) -> [MetricDefinition] {
    Self.places(of: name.lowercased(), in: metricPlaces, made: makeMetricPlaces).map {
      tables[$0.table].metrics[$0.entry]
    }
  }

  private static func places(
    of key: String, in known: borrowing Mutex<Places?>, made make: () -> Places
  ) -> [Place] {
    known.withLock { places in
      if let places { return places[key] ?? [] }
      let made: Places = make()
      places = made
      return made[key] ?? []
    }
  }

  private func makeEventPlaces(by fold: (String) -> String) -> Places {
    var places: Places = [:]
    for (tableIndex, table) in tables.enumerated() {
      for (eventIndex, event) in table.events.enumerated() {
        let place = Place(table: tableIndex, entry: eventIndex)
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

  private func makeMetricPlaces() -> Places {
    var places: Places = [:]
    for (tableIndex, table) in tables.enumerated() {
      for (metricIndex, metric) in table.metrics.enumerated() {
        places[metric.name.lowercased(), default: []].append(
          Place(table: tableIndex, entry: metricIndex))
      }
    }
    return places
  }

  /// Every name of every event, and those of metrics and their groups, for suggestions.
  var names: [String] {
    tables.flatMap { $0.events.flatMap { [$0.name] + $0.otherNames } } + metricNames
  }

  /// The names of metrics and their groups, each once.
  private var metricNames: [String] {
    var seen: Set<String> = []
    return tables.flatMap(\.metrics).flatMap { [$0.name] + $0.groups }
      .filter { seen.insert($0).inserted }
  }
}
