import EventCatalog
import Testing

/// The vendor's event files and libpfm4 were written by different people from the same
/// manuals, so that each shows errors of the other and of both readers.
@Suite(
  "The vendor's event files against libpfm4",
  .enabled(if: EventFolders.root != nil, EventFolders.reason))
struct PerfmonLibpfmTests {
  /// A table of the vendor's and the PMU of libpfm4 that is about the same cores.
  struct Pair: CustomTestStringConvertible {
    var folder: String
    var table: String
    var pmu: String
    var testDescription: String { "\(table) and \(pmu)" }
  }

  static let pairs: [Pair] = {
    guard let libpfm = try? LibpfmSource() else { return [] }
    return EventFolders.perfmonFolders.flatMap { folder in
      let tables: [String] = (try? PerfmonSource(root: folder).tableNames()) ?? []
      return tables.compactMap { (table) -> Pair? in
        guard (try? PerfmonSource(root: folder).table(named: table)) != nil else { return nil }
        let designs: [Microarchitecture] = Microarchitecture.described(by: table, of: .perfmon)
        // The events of hybrid machines are of one kind of cores each.
        guard designs.count == 1,
          let pmu = designs[0].tables.libpfm4.first(where: { libpfm.tableNames().contains($0) })
        else { return nil }
        return Pair(folder: folder, table: table, pmu: pmu)
      }
    }
  }()

  /// The events that have another code in libpfm4 4.13.
  ///
  /// `INST_RETIRED.ANY` has there the number of its fixed counter on Ice Lake, and here
  /// the code with which general counters count the same.
  static let divergences: [String: Set<String>] = [
    "skl": ["UOPS_RETIRED.STALL_CYCLES", "UOPS_RETIRED.TOTAL_CYCLES"],
    "icl": ["TOPDOWN.BACKEND_BOUND_SLOTS", "MEM_LOAD_MISC_RETIRED.UC", "INST_RETIRED.ANY"],
  ]

  /// How many names both have, by the PMU of libpfm4.
  static let common: [String: Int] = ["skl": 241, "icl": 251]

  @Test(arguments: Self.pairs)
  func `every event of both has the same code`(pair: Pair) throws {
    let encoder = try LibpfmEncoder()
    guard encoder.catalog.version.hasPrefix("4.13") else {
      try Test.cancel("libpfm4 is of version \(encoder.catalog.version)")
    }
    let table: EventTable = try PerfmonSource(root: pair.folder).table(named: pair.table)
    var compared: Int = 0
    var differing: Set<String> = []
    for event in table.events where event.unit.isCore {
      guard let words = event.words,
        let other = try? encoder.encode("\(pair.pmu)::\(Self.spelling(of: event.name))").words
      else { continue }
      compared += 1
      if (words.config, words.config1) == (other.config, other.config1) { continue }
      differing.insert(event.name)
      if event.name == "INST_RETIRED.ANY" {
        #expect(words.config == 0xc0 && other.config == 0x100)
      }
    }
    print("\(pair.testDescription): \(compared) compared, other codes: \(differing.sorted())")
    if let expected = Self.divergences[pair.pmu] {
      #expect(differing == expected)
      #expect(compared == Self.common[pair.pmu])
    }
    #expect(compared > 100)
    #expect(differing.count * 20 <= compared)
  }

  /// A name as libpfm4 writes it, with a colon in front of the unit mask.
  private static func spelling(of name: String) -> String {
    guard let dot = name.firstIndex(of: ".") else { return name }
    return name[..<dot] + ":" + name[name.index(after: dot)...]
  }
}
