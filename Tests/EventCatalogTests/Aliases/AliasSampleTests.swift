import EventCatalog
import Foundation
import Testing

/// The given table of names of equal and derived events, row by row.
@Suite(.enabled(if: AliasSample.path != nil, GivenToolFiles.reason))
struct AliasSampleTests {
  /// What comes of a row.
  enum Outcome: Equatable {
    /// No source at hand can tell.
    case undecided
    case reproduced
    case differing(Difference)
    case wrong(String)
  }

  /// Why a row may say something else than a source at hand, as the tables of the source
  /// show by themselves.
  enum Difference: Equatable {
    /// The source is of another version, which lacks the name.
    case lacksName
    /// The source is of another version, which makes the preset of other events.
    case hasOtherEvents
    /// The preset is of an event that libpfm4 lacks here, since the PMU of the events that
    /// all of Intel's cores share is empty elsewhere.
    case hasUnknownEvent
  }

  /// All differences from the versions of the sources that the table was tried with.
  ///
  /// The table has the presets of a version of PAPI after 7.0.
  static let knownDifferences: [String: Difference] = [
    "branch-conditional on zen3: papi PAPI_BR_CN=RETIRED_CONDITIONAL_BRANCH_INSTRUCTIONS":
      .lacksName,
    "papi:PAPI_BR_TKN on zen3: papi PAPI_BR_TKN=DERIVED_POSTFIX,N0|N1|-|N2|+|,"
      + "RETIRED_TAKEN_BRANCH_INSTRUCTIONS,RETIRED_BRANCH_INSTRUCTIONS,"
      + "RETIRED_CONDITIONAL_BRANCH_INSTRUCTIONS": .hasOtherEvents,
    "cache-references on skylake: papi PAPI_L3_TCA=ix86arch::LLC_REFERENCES": .hasUnknownEvent,
    "cache-misses on skylake: papi PAPI_L3_TCM=ix86arch::LLC_MISSES": .hasUnknownEvent,
  ]

  /// Whether a source is the whole one for which all differences are known.
  private static func isOfKnownVersion(_ source: EventSourceKind) -> Bool {
    switch source {
    case .generic: true
    case .libpfm4: (try? LibpfmCatalog())?.version.hasPrefix("4.13") ?? false
    case .papi:
      GivenToolFiles.papiFiles.map { ($0 as NSString).lastPathComponent }
        == ["papi_events-7.0.0.csv"]
    default: false
    }
  }

  @Test func `every row that a source at hand can decide is reproduced`() throws {
    let sources: [any EventSource] = AliasSample.givenSources()
    let rows: [AliasSampleRow] = try AliasSample.rows()
    let isKnownTable: Bool =
      Set(Self.knownDifferences.keys).isSubset(of: Set(rows.map(\.description)))
    var cores: [String: AliasSampleCores] = [:]
    var reproduced: Int = 0
    for row in rows {
      let named: Microarchitecture = try #require(AliasSample.cores(of: row), "\(row)")
      let machine: AliasSampleCores =
        cores[named.name] ?? AliasSampleCores(named, sources: sources)
      cores[named.name] = machine
      switch machine.outcome(of: row) {
      case .undecided: break
      case .reproduced: reproduced += 1
      case .wrong(let reason): Issue.record("\(row): \(reason)")
      case .differing(let difference):
        let known: Difference? = Self.knownDifferences[row.description]
        if known == difference { continue }
        let isExpected: Bool = known == nil && !(isKnownTable && Self.isOfKnownVersion(row.source))
        Issue.record("\(row): \(difference)", severity: isExpected ? .warning : .error)
      }
    }
    #expect(reproduced > 0)
  }
}
