import EventCatalog
import Testing

@Suite("Names of libpfm4 without codes")
struct LibpfmNameTests {
  private let cpu = CPUIdentifier.x86(vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)

  @Test func `they are those of the whole tables, with units and descriptions`() throws {
    let catalog = EventCatalog(cpus: [cpu], sources: [try LibpfmSource()])
    let names: [EventTable] = catalog.events(from: [.libpfm4], detail: .names).tables
    let all: [EventTable] = catalog.events(from: [.libpfm4]).tables
    #expect(names.map(\.name) == all.map(\.name))
    for (short, long) in zip(names, all) {
      #expect(short.events.map(\.name) == long.events.map(\.name))
      #expect(short.events.map(\.unit) == long.events.map(\.unit))
      #expect(short.events.map(\.brief) == long.events.map(\.brief))
    }
    #expect(names.first?.events.allSatisfy { $0.words == nil } == true)
    #expect(all.first?.events.contains { $0.words != nil } == true)
  }
}
