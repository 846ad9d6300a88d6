import EventCatalog
import PerfEvent
import Testing

@Suite("Cores of other machines without their sysfs")
struct AssumedCoreTests {
  private func catalog(_ cpu: String) throws -> EventCatalog {
    EventCatalog(cpus: [try #require(CPUIdentifier(parsing: cpu))], sources: [])
  }

  private static let wideTerms: [String] = ["umask=0x100", "eq", "eq=1", "acr_mask=1"]

  @Test(arguments: [
    ("GenuineIntel-6-5E-3", "cpu"), ("GenuineIntel-6-97-2", "cpu_core"),
    ("GenuineIntel-6-AA-4", "cpu_core"), ("GenuineIntel-6-AD-1", "cpu"),
    ("GenuineIntel-6-AF-3", "cpu"), ("GenuineIntel-6-FE-1", "cpu"),
  ])
  func `lack the terms that came with Lunar Lake`(cpu: String, pmu: String) throws {
    let catalog: EventCatalog = try catalog(cpu)
    let events: [Event] = try catalog.resolve("\(pmu)/event=0x3c,umask=0xff,edge,cmask=2/")
      .flatMap(\.events)
    #expect(events.map(\.attributes.config) == [0x204_ff3c])
    for term in Self.wideTerms {
      do {
        _ = try catalog.resolve("\(pmu)/event=0x3c,\(term)/")
        Issue.record("\(term) is taken")
      } catch {
        switch error.problem {
        case .valueTooLarge, .unknownTerm: break
        default: Issue.record("\(error)")
        }
      }
    }
  }

  @Test(arguments: [
    ("GenuineIntel-6-BD-1", "cpu_core"), ("GenuineIntel-6-C6-2", "cpu_core"),
    ("GenuineIntel-6-CC-1", "cpu_core"), ("GenuineIntel-6-DD-0", "cpu"),
    ("GenuineIntel-18-1-0", "cpu_core"), ("GenuineIntel-19-1-0", "cpu"),
  ])
  func `have them from Lunar Lake on`(cpu: String, pmu: String) throws {
    let events: [Event] = try catalog(cpu)
      .resolve("\(pmu)/event=0x3c,umask=0x100,eq,acr_mask=1/").flatMap(\.events)
    #expect(events.map(\.attributes.config) == [0x110_0000_003c])
    #expect(events.map(\.attributes.config2) == [1])
  }
}
