/// A source that finds a few names in a table much sooner than it reads all of it.
protocol NameSearching: EventSource {
  /// Reads the events of a table that bear one of some names, and perhaps others.
  func table(named name: String, filter: NameFilter) throws(EventSourceError) -> EventTable
}
