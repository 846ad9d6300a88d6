import EventCatalog
import Foundation
import PerfEvent
import Testing

/// Every event of a table of expected events, on the tree of its machine.
@Suite(
  "Names of the kernel's event files on trees of other machines",
  .enabled(if: !SampleTrees.tables.isEmpty, SampleTrees.reason))
struct GoldenNameTests {
  @Test(arguments: SampleTrees.tables)
  func `every name has the words of its terms`(table: String) throws {
    let file: GoldenFile = try #require(
      EventFolders.files("events_", ".tsv").first { $0.table == table })
    let root: String = try #require(SampleTrees.roots[table])
    let source = KernelEventsSource(root: file.tree + "/arch")
    let names: [String] = try source.tableNames()
    let name: String = try #require(names.first { $0 == table || $0.hasSuffix("/\(table)") })
    let catalog = EventCatalog(
      sysfs: root, cpus: [.skylake], sources: [FixedSource(source: source, tables: [name])])
    let sysfs = SysfsSource(root: root)
    let present: [String] = try sysfs.tableNames()
    let rows: [[String: String]] = try file.rows()
    try #require(!rows.isEmpty)
    var resolved: Int = 0
    for row in rows {
      let unit: String = row["pmu"] ?? ""
      let event: String = row["name"] ?? ""
      let terms: String = row["event_terms"] ?? ""
      let units: [String] = present.filter { pmu in
        unit == "default_core"
          ? ["cpu", "cpu_core", "cpu_atom"].contains(pmu)
          : pmu == unit || pmu.hasPrefix(unit + "_") && pmu.last?.isNumber == true
      }
      let text: String = unit == "default_core" ? event : "\(unit)/\(event)/"
      let found: [Event]? = try? catalog.resolve(text).flatMap(\.events)
      guard !units.isEmpty else {
        #expect(found == nil, "\(event)")
        continue
      }
      try #require(Set(found?.map { $0.pmu ?? "" } ?? []) == Set(units), "\(event)")
      for event in found ?? [] {
        let details: PMUDetails = try sysfs.details(ofPMU: event.pmu ?? "")
        let words: EventWords? = SysfsSourceTests.pack(terms, details.terms)
        #expect(event.attributes.type == details.pmu.type)
        #expect(event.attributes.config == words?.config, "\(event.name) \(terms)")
        #expect(event.attributes.config1 == words?.config1, "\(event.name) \(terms)")
        #expect(event.attributes.config2 == words?.config2, "\(event.name) \(terms)")
      }
      resolved += 1
    }
    #expect(resolved > 0)
  }
}
