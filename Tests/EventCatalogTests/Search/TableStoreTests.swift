import PerfEvent
import Synchronization
import Testing

@testable import EventCatalog

@Suite("Tables of sources are read once")
struct TableStoreTests {
  /// A source in memory that counts how often it is read.
  final class MadeSource: EventSource {
    let kind: EventSourceKind
    let names: [CPUIdentifier: [String]]
    let reads: Mutex<[String]> = Mutex([])

    init(_ kind: EventSourceKind, _ names: [CPUIdentifier: [String]]) {
      self.kind = kind
      self.names = names
    }

    func tableNames() throws(EventSourceError) -> [String] { names.values.flatMap { $0 }.sorted() }

    func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
      if case .other(let text) = cpu {
        throw EventSourceError(path: text, problem: .unreadable(.accessDenied))
      }
      return names[cpu] ?? []
    }

    func table(named name: String) throws(EventSourceError) -> EventTable {
      reads.withLock { $0.append(name) }
      if name == "broken" { throw EventSourceError(path: name, problem: .noTable(name)) }
      var event = EventDefinition(
        name: "Event.\(name)", unit: .core,
        provenance: EventProvenance(source: kind, location: name))
      event.otherNames = ["event.\(name)", "Other"]
      return EventTable(name: name, events: [event])
    }
  }

  static let skylake = CPUIdentifier.x86(
    vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)
  static let arm = CPUIdentifier.arm64(midr: 0x410f_d0c0)

  @Test func `names are found in letters of either case, each event once`() {
    let store = TableStore(sources: [MadeSource(.perfmon, [Self.skylake: ["a", "b"]])])
    let tables: MachineTables = store.tables(of: [Self.skylake], from: [.perfmon])
    #expect(tables.definitions(named: "eVENT.A").map(\.provenance.location) == ["a"])
    #expect(tables.definitions(named: "other").map(\.provenance.location) == ["a", "b"])
    #expect(tables.definitions(named: "nothing").isEmpty)
  }

  @Test func `a table is read once, and only if its source is asked`() {
    let perfmon = MadeSource(.perfmon, [Self.skylake: ["a"], Self.arm: ["a", "c"]])
    let papi = MadeSource(.papi, [Self.skylake: ["p"]])
    let store = TableStore(sources: [perfmon, papi])
    for _ in 0..<3 { _ = store.tables(of: [Self.skylake], from: [.perfmon]) }
    _ = store.tables(of: [Self.skylake, Self.arm], from: [.perfmon])
    #expect(perfmon.reads.withLock { $0 } == ["a", "c"])
    #expect(papi.reads.withLock { $0 }.isEmpty)
  }

  @Test func `a table of a source with one form is read once for names and for the rest`() {
    let perfmon = MadeSource(.perfmon, [Self.skylake: ["a"]])
    let catalog = EventCatalog(cpus: [Self.skylake], sources: [perfmon])
    let names: MachineEvents = catalog.events(detail: .names)
    #expect(names.tables.contains { $0.name == "a" })
    _ = catalog.events()
    _ = catalog.describe("other")
    #expect(perfmon.reads.withLock { $0 } == ["a"])
  }

  @Test func `what cannot be read is told beside what can`() {
    let source = MadeSource(.perfmon, [Self.skylake: ["broken", "a"]])
    let store = TableStore(sources: [source])
    let tables: MachineTables = store.tables(
      of: [.other("wild"), Self.skylake], from: [.perfmon])
    #expect(tables.failures.map(\.path) == ["wild", "broken"])
    #expect(tables.tables.map(\.name) == ["a"])
  }
}
