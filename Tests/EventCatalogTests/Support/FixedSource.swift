import EventCatalog

/// A source of which certain tables hold for every CPU.
struct FixedSource: EventSource {
  let source: any EventSource
  let tables: [String]

  var kind: EventSourceKind { source.kind }
  func tableNames() throws(EventSourceError) -> [String] { try source.tableNames() }
  func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] { tables }
  func table(named name: String) throws(EventSourceError) -> EventTable {
    try source.table(named: name)
  }
}

/// A source of one table that stands in a test.
struct MadeSource: EventSource {
  let kind: EventSourceKind
  let made: EventTable

  func tableNames() throws(EventSourceError) -> [String] { [made.name] }
  func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] { [made.name] }
  func table(named name: String) throws(EventSourceError) -> EventTable { made }
}

extension CPUIdentifier {
  static let skylake = CPUIdentifier.x86(
    vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)
}
