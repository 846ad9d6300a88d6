import Foundation
import PerfEvent
import Testing

@testable import EventCatalog

/// The events of PAPI's presets, which are written in the language of libpfm4.
@Suite("Events of PAPI's presets in libpfm4")
struct LibpfmPresetTests {
  /// Presets of which a PMU of libpfm4 4.13 lacks an event, by PMU; all others have all.
  ///
  /// The tables of the first two lost events since; the name of the last was never one.
  static let incomplete: [String: Int] = ["amd64_fam11h_turion": 11, "slm": 2, "ix86arch": 1]

  @Test(.enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
  func `presets lack no more events than are known to be lost`() throws {
    let encoder = try LibpfmEncoder()
    guard encoder.catalog.version == "4.13.0" else {
      try Test.cancel("libpfm4 is of version \(encoder.catalog.version)")
    }
    for path in GivenToolFiles.papiFiles {
      let source = GivenToolFiles.papi(path)
      var count = 0
      for name in try source.tableNames() {
        guard let pmu = encoder.catalog.pmu(named: name), pmu.scope == .core else { continue }
        let metrics = try source.table(named: name).metrics
        let lost = metrics.filter { metric in
          metric.operands.contains { (try? encoder.encode(native: $0.value, of: pmu)) == nil }
        }
        #expect(lost.count == Self.incomplete[name] ?? 0, "\(name): \(lost.map(\.name))")
        count += 1
      }
      #expect(count > 40)
    }
  }

  /// Version 7.0 names the architectural events of Intel without their PMU.
  @Test(.enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
  func `presets lack architectural events in the table of the cores alone`() throws {
    let encoder = try LibpfmEncoder()
    for path in GivenToolFiles.papiFiles where path.hasSuffix("7.0.0.csv") {
      let source = GivenToolFiles.papi(path)
      for (names, expected) in [
        (["hsw", "hsw_ep", "bdw", "bdw_ep", "skl", "skx", "clx"], 6), (["icx"], 5),
      ] {
        for name in names {
          #expect(encoder.pmu(named: name) != nil)
          let lost = try source.table(named: name).metrics.filter { metric in
            metric.operands.contains { encoder.encodingIfAny(of: "\(name)::\($0.value)") == nil }
          }
          #expect(lost.count == expected, "\(name)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("UNHALTED_CORE_CYCLES", 0x3c), ("INSTRUCTION_RETIRED", 0xc0),
      ("UNHALTED_REFERENCE_CYCLES", 0x13c), ("LLC_REFERENCES", 0x4f2e), ("LLC_MISSES", 0x412e),
      ("BRANCH_INSTRUCTIONS_RETIRED", 0xc4), ("MISPREDICTED_BRANCH_RETIRED", 0xc5),
      ("llc_misses:c=1:i", 0x180_412e),
    ] as [(String, UInt64)])
  func `architectural events are there on every machine`(event: String, config: UInt64) throws {
    let encoding = try LibpfmEncoder().encode("ix86arch::\(event):u")
    #expect(encoding.words == EventWords(config: config) && encoding.type == .raw)
    #expect(encoding.flags.contains(.excludeKernel) && encoding.pmu == "ix86arch")
    #expect(encoding.qualifiedName.hasPrefix("ix86arch::"))
    let isEmpty = encoding.remarks == [.emptyTable]
    #expect(isEmpty == (try LibpfmCatalog().pmu(named: "ix86arch")?.eventCount == 0))
  }

  @Test func `names without a PMU are searched as on a machine of the kind`() throws {
    let encoder = try LibpfmEncoder()
    let intel = try #require(encoder.catalog.pmu(named: "skl"))
    let amd = try #require(encoder.catalog.pmu(named: "amd64_fam19h_zen3"))
    #expect(try encoder.encode(native: "LLC_REFERENCES", of: intel).words.config == 0x4f2e)
    #expect(try encoder.encode(native: "L1D:REPLACEMENT", of: intel).pmu == "skl")
    #expect(try encoder.encode(native: "page-faults", of: amd).pmu == "perf")
    #expect(try encoder.encode(native: "ix86arch::LLC_MISSES", of: intel).pmu == "ix86arch")
    let error = #expect(throws: LibpfmError.self) {
      try encoder.encode(native: "LLC_REFERENCES", of: amd)
    }
    #expect(error?.problem == .unknownEvent("LLC_REFERENCES", nearest: []))
    #expect(throws: LibpfmError.self) { try encoder.encode("ix86arch::NOTHING") }
    #expect(throws: LibpfmError.self) { try encoder.encode("ix86arch::LLC_MISSES:NOTHING") }
  }
}
