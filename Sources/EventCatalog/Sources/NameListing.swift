/// A source that lists the names of its events much sooner than all that it says of them.
protocol NameListing: EventSource {
  /// Reads a table without the encodings of its events.
  func names(ofTable name: String) throws(EventSourceError) -> EventTable
}

extension EventSource {
  /// Reads a table as far as it is wanted.
  func table(named name: String, detail: EventDetail) throws(EventSourceError) -> EventTable {
    guard detail == .names, let source = self as? any NameListing else {
      return try table(named: name)
    }
    return try source.names(ofTable: name)
  }
}
