import EventCatalog
import Foundation
import PerfEvent
import Testing

/// Names of all tools in the given files, resolved for CPUs that they are about.
@Suite(.enabled(if: AliasSample.path != nil, GivenToolFiles.reason))
struct GivenNameTests {
  static let cpus: [String: CPUIdentifier] = [
    "skylake": .skylake,
    "zen3": .x86(vendor: "AuthenticAMD", family: 25, model: 0x21, stepping: 0),
  ]

  static let catalogs: [String: EventCatalog] = cpus.mapValues { cpu in
    var sources: [any EventSource] = AliasSample.givenSources().filter { $0.kind != .papi }
    let libpfm: LibpfmSource? = try? LibpfmSource()
    sources += GivenToolFiles.papiFiles.map { path in
      PAPISource(path: path) { libpfm?.tableNames(of: $0) ?? [] }
    }
    return EventCatalog(cpus: [cpu], sources: sources)
  }

  /// The text that means a row's event in the language of its tool.
  private func text(of row: AliasSampleRow) -> String {
    switch row.source {
    case .papi: return row.preset?.name ?? row.name
    case .oprofile:
      // With a count the text has a form of OProfile alone.
      let parts: [Substring] = row.name.split(separator: ":", maxSplits: 1)
      return ([String(parts[0]), "100000"] + parts.dropFirst().map(String.init))
        .joined(separator: ":")
    default: return row.name
    }
  }

  @Test func `names of equal events have equal codes`() throws {
    let sources: [any EventSource] = AliasSample.givenSources()
    let cores: [String: AliasSampleCores] = Self.cpus.compactMapValues { cpu in
      Microarchitecture.of(cpu: cpu).first.map { AliasSampleCores($0, sources: sources) }
    }
    var resolved: Int = 0
    for row in try AliasSample.rows()
    where row.relation == "same-raw-code" && row.source != .generic && row.words != nil {
      // Of rows that the sources do not have, the table's own test says why.
      guard let catalog = Self.catalogs[row.microarchitecture],
        cores[row.microarchitecture]?.outcome(of: row) == .reproduced
      else { continue }
      let groups: [EventGroup]
      do {
        groups = try catalog.resolve(text(of: row))
      } catch {
        Issue.record("\(row): \(error)")
        continue
      }
      resolved += 1
      for event in groups.flatMap(\.events) {
        #expect(event.attributes.type == .raw, "\(row)")
        #expect(event.attributes.config == row.words?.config, "\(row)")
        #expect(event.attributes.config1 == row.words?.config1, "\(row)")
      }
    }
    #expect(resolved > 0)
  }

  @Test func `presets of PAPI`() throws {
    guard (try? LibpfmSource()) != nil else { return }
    let catalog: EventCatalog = try #require(Self.catalogs["skylake"])
    var count: Int = 0
    for metric in catalog.events(from: [.papi]).tables.flatMap(\.metrics) {
      do {
        let group: EventGroup = try #require(try catalog.resolve(metric.name).first)
        count += 1
        let names: [String] = try metric.expression().names
        #expect(group.events.count == names.count || group.formulas.isEmpty, "\(metric.name)")
        #expect(names.count == 1 || group.formulas.count == 1, "\(metric.name)")
      } catch {
        // Natives of a PMU that is empty on other vendors' machines.
        #expect("\(error)".contains("LLC_") || "\(error)".contains("ix86arch"), "\(error)")
      }
    }
    #expect(count > 0)
  }
}
