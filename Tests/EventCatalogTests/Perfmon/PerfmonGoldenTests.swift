import Foundation
import Testing

@testable import EventCatalog

@Suite("The vendor's event files against the kernel's")
struct PerfmonGoldenTests {
  /// A table of the vendor's and the tables of the kernel's that tell of the same CPUs.
  struct Pair: CustomTestStringConvertible {
    var folder: String
    var table: String
    var golden: GoldenFile
    var testDescription: String { "\(table) and \(golden.table)" }
  }

  /// All pairs for which both sides are at hand, found by the CPUs of both lists.
  static let pairs: [Pair] = {
    var pairs: [Pair] = []
    for folder in EventFolders.perfmonFolders {
      let source = PerfmonSource(root: folder)
      for golden in EventFolders.files("events_", ".tsv") {
        let kernel = KernelEventsSource(root: golden.tree + "/arch/x86")
        for cpu in Self.models where (try? kernel.tableNames(of: cpu)) == [golden.table] {
          for name in (try? source.tableNames(of: cpu)) ?? [] {
            guard (try? source.table(named: name)) != nil,
              !pairs.contains(where: { $0.table == name && $0.golden.path == golden.path })
            else { continue }
            pairs.append(Pair(folder: folder, table: name, golden: golden))
          }
        }
      }
    }
    return pairs
  }()

  private static let models: [CPUIdentifier] = [6, 18, 19].flatMap { family in
    (0..<256).flatMap { model in
      [UInt32(0), 7].map { stepping in
        CPUIdentifier.x86(vendor: "GenuineIntel", family: family, model: model, stepping: stepping)
      }
    }
  }

  @Test(
    .enabled(if: EventFolders.root != nil, EventFolders.reason), arguments: Self.pairs)
  func `every event has the words that the kernel's terms give`(pair: Pair) throws {
    let table: EventTable = try PerfmonSource(root: pair.folder).table(named: pair.table)
    var rows: [String: [String: String]] = [:]
    for row in try pair.golden.rows() {
      rows["\(row["pmu"] ?? "") \(row["name"] ?? "")"] = row
    }
    var compared: Int = 0
    var missing: [String] = []
    for event in table.events {
      let names: [String] = ([event.name] + event.otherNames).map { $0.lowercased() }
      let units: [String] =
        event.unit.isCore ? [event.unit.name, "default_core"] : [event.unit.name]
      let keys: [String] = units.flatMap { unit in names.map { "\(unit) \($0)" } }
      guard let row = keys.lazy.compactMap({ rows[$0] }).first else {
        missing.append(event.name)
        continue
      }
      let layout: TermLayout = try #require(
        try Self.layout(of: event.unit, folder: pair.folder, golden: pair.golden))
      let expected: EventWords = try layout.packed(row["event_terms"] ?? "")
      #expect(event.words == expected, "\(event.name): \(event.terms)")
      compared += 1
    }
    print("\(pair.testDescription): \(compared) equal, only perfmon: \(missing)")
    // The kernel's files leave out a few that were added or withdrawn later.
    #expect(missing.count * 20 <= table.events.count)
  }

  /// The layout of sysfs if there is a tree of the machine, else the one that is known.
  private static func layout(
    of unit: PMUUnit, folder: String, golden: GoldenFile
  ) throws -> TermLayout? {
    let devices: String =
      "\(EventFolders.root ?? "")/sysfs/\(golden.table)"
      + "/sys/bus/event_source/devices"
    let names: [String] = unit == .core ? ["cpu"] : [unit.name, unit.name + "_0"]
    for name in names {
      let path: String = "\(devices)/\(name)/format"
      let terms: [String] = EventFolders.names(of: path)
      if terms.isEmpty { continue }
      var formats: [String: TermFormat] = [:]
      for term in terms {
        let text: String = try String(contentsOfFile: "\(path)/\(term)", encoding: .utf8)
        formats[term] = TermFormat(text.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      return TermLayout(formats)
    }
    let family = MachineFamily(architecture: "x86", table: golden.table)
    return family.flatMap { BuiltInLayouts(family: $0).layout(of: unit) }
  }

  @Test(
    .enabled(if: EventFolders.root != nil, EventFolders.reason),
    arguments: EventFolders.files("events_", ".tsv"))
  func `every term of the kernel's tables has a place`(file: GoldenFile) throws {
    let table = try KernelEventsSource(root: file.tree + "/arch/x86").table(named: file.table)
    for (event, row) in zip(table.events, try file.rows()) {
      let layout: TermLayout = try #require(
        try Self.layout(of: event.unit, folder: "", golden: file))
      let expected: EventWords = try layout.packed(row["event_terms"] ?? "")
      #expect(event.words == expected, "\(event.name)")
    }
  }
}
