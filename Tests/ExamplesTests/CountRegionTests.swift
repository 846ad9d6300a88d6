import Foundation
import TestSupport
import Testing

struct CountRegionTests {
  private let countRegion = Program(name: "count-region")

  @Test(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
  func `The table shows nested regions with counts per item`() throws {
    let outcome = try countRegion("-n", "2000")
    #expect(outcome.status == 0)
    for word in ["first round", "  make", "  index", "    insert", "per item", "always"] {
      #expect(outcome.output.contains(word))
    }
  }

  @Test(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
  func `The parts of a region and its own counts sum up to its total`() throws {
    let outcome = try countRegion("-n", "5000", "-e", "page-faults,task-clock", "--json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let regions = try #require(json["regions"] as? [[String: Any]])
    func value(_ region: [String: Any], _ key: String, _ event: Int) throws -> Double {
      let counts = try #require(region["counts"] as? [[String: Any]])
      return try #require(counts[event][key] as? Double)
    }
    for event in 0..<2 {
      for root in regions.indices where regions[root]["depth"] as? Int == 0 {
        let end = regions[(root + 1)...].firstIndex { $0["depth"] as? Int == 0 } ?? regions.count
        let own = try regions[root..<end].map { try value($0, "own", event) }.reduce(0, +)
        #expect(own == (try value(regions[root], "value", event)))
      }
    }
  }

  @Test func `An unknown event gives one sentence and status 1`() throws {
    let outcome = try countRegion("-e", "no-such-event")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
