import EventCatalog
import PerfEvent
import Testing

@Suite("Generic names as a source")
struct GenericSourceTests {
  @Test func `every name means to the resolver what the table says`() throws {
    let source = GenericSource()
    for name in ["hardware", "software", "hardware-cache"] {
      for definition in try source.table(named: name).events {
        for spelling in [definition.name] + definition.otherNames {
          let event: Event = try event(spelling)
          #expect(event.attributes.config == definition.words?.config, "\(spelling)")
          #expect(event.unit == definition.countUnit)
          #expect(!definition.brief.isEmpty)
        }
      }
    }
  }

  /// As many as perf 7.2 generates.
  @Test func `1216 names of caches, 32 of them current`() throws {
    let table: EventTable = try GenericSource().table(named: "hardware-cache")
    let names: [String] = table.events.flatMap { [$0.name] + $0.otherNames }
    #expect(table.events.count == 32)
    #expect(names.count == 1216)
    #expect(Set(names).count == 1216)
  }

  @Test func `forms that take numbers have no words`() throws {
    let source = GenericSource()
    for name in ["raw", "breakpoint"] {
      #expect(try source.table(named: name).events.allSatisfy { $0.words == nil })
    }
    #expect(try Set(source.tableNames()) == Set(source.tableNames(of: .other(""))))
    #expect(throws: EventSourceError.self) { try source.table(named: "none") }
  }
}
