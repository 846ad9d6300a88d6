import EventCatalog
import Testing

/// Whether the events of presets are events of libpfm4 4.13.
///
/// Three tables have presets on events that the library never had or has under another
/// name; and PAPI 7.0 writes the architectural events of `ix86arch` without their PMU,
/// which was found to be an error of PAPI.
@Suite(
  "Given presets of PAPI with libpfm4",
  .enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
struct PAPIResolutionTests {
  /// The presets on events that the library lacks, by its PMUs.
  static let unknown: [String: Set<String>] = [
    "amd64_fam11h_turion": [
      "PAPI_DP_OPS", "PAPI_FAD_INS", "PAPI_FDV_INS", "PAPI_FML_INS", "PAPI_FP_INS",
      "PAPI_FP_OPS", "PAPI_FSQ_INS", "PAPI_SP_OPS", "PAPI_TLB_DM", "PAPI_TLB_IM",
      "PAPI_TLB_TL",
    ],
    "slm": ["PAPI_FDV_INS", "PAPI_FML_INS"],
    // The library has these events on CPUs of Intel only.
    "ix86arch": ["PAPI_BR_INS", "PAPI_BR_MSP"],
  ]

  /// The CPUs of Intel on which PAPI 7.0 leaves the PMU of architectural events out.
  static let withoutPMU: [String: Int] = [
    "hsw": 6, "hsw_ep": 6, "bdw": 6, "bdw_ep": 6, "skl": 6, "skx": 6, "clx": 6, "icx": 5,
  ]

  @Test func `presets that libpfm4 does not know are those of which it is known`() throws {
    let encoder = try LibpfmEncoder()
    guard encoder.catalog.version.hasPrefix("4.13") else {
      try Test.cancel("libpfm4 is of version \(encoder.catalog.version)")
    }
    for path in GivenToolFiles.papiFiles {
      let source: PAPISource = GivenToolFiles.papi(path)
      let names: Set<String> = Set(try source.tableNames())
      var count: Int = 0
      for pmu in encoder.catalog.pmus where names.contains(pmu.name) {
        let metrics: [MetricDefinition] = try source.table(named: pmu.name).metrics
        count += metrics.count
        let failing: [MetricDefinition] = metrics.filter { metric in
          metric.operands.contains { operand in
            !operand.value.hasPrefix("ix86arch::")
              && (try? encoder.encode(operand.value, of: pmu)) == nil
          }
        }
        let bare: [MetricDefinition] = failing.filter { metric in
          metric.operands.contains { $0.value == "LLC_REFERENCES" || $0.value == "LLC_MISSES" }
        }
        #expect([0, Self.withoutPMU[pmu.name] ?? 0].contains(bare.count), "\(pmu.name)")
        let others: Set<String> = Set(failing.map(\.name)).subtracting(bare.map(\.name))
        #expect(others.isSubset(of: Self.unknown[pmu.name] ?? []), "\(pmu.name): \(others)")
        if path.hasSuffix("papi_events-7.0.0.csv"), pmu.name != "ix86arch" {
          #expect(others == Self.unknown[pmu.name] ?? [])
          #expect(bare.count == Self.withoutPMU[pmu.name] ?? 0)
        }
      }
      #expect(count > 1000)
    }
  }
}
