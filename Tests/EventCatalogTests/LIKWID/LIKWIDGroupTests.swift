import EventCatalog
import TestSupport
import Testing

@Suite("Groups of LIKWID")
struct LIKWIDGroupTests {
  static let text: String = """
    SHORT  Ports and more

    REQUIRE_NOHT
    # comment
    EVENTSET
    FIXC0 INSTR_RETIRED_ANY
    PMC0:EDGEDETECT  UOPS:THRESHOLD=0x1
    MBOX0C0 CAS_COUNT_RD

    METRICS
    Runtime (RDTSC) [s] time
    CPI  FIXC1/FIXC0
    Ratio [all] of 1.E-06*(PMC0/FIXC0)/inverseClock
    Data [GBytes] 1.0E-09*(MBOX0C0)*64.0+PMC0:EDGEDETECT+PMC0

    LONG

    Formulas:
    CPI = A/B
    -
    Text.


    """

  static func table(_ text: String) throws -> (EventTable, [LIKWIDGroup]) {
    let kernel = ScriptedKernel()
    kernel.addFile("/likwid/groups/skylake/PORTS.txt", text)
    let source = LIKWIDSource(root: "/likwid", kernel: kernel)
    return (try source.table(named: "skylake"), try source.groups(of: "skylake"))
  }

  @Test func `a file is events, formulas and what they mean`() throws {
    let (table, groups): (EventTable, [LIKWIDGroup]) = try Self.table(Self.text)
    let group: LIKWIDGroup = try #require(groups.first)
    #expect(group.name == "PORTS")
    #expect(group.brief == "Ports and more")
    #expect(group.details == "Formulas:\nCPI = A/B\n-\nText.")
    #expect(group.requiresNoSMT)
    #expect(
      group.events.map(\.specification) == [
        "INSTR_RETIRED_ANY:FIXC0", "UOPS:PMC0:EDGEDETECT:THRESHOLD=0x1", "CAS_COUNT_RD:MBOX0C0",
      ])
    #expect(group.metrics.map(\.name) == ["Runtime (RDTSC)", "CPI", "Ratio [all] of", "Data"])
    #expect(group.metrics.map(\.unitName) == ["s", "", "", "GBytes"])
    #expect(table.metrics.map(\.formula) == group.metrics.map(\.formula))
    #expect(table.metrics.allSatisfy { $0.groups == ["PORTS"] && $0.language == .likwid })
    #expect(table.metrics.allSatisfy { $0.groupingRule == "REQUIRE_NOHT" })
    #expect(
      table.metrics[2].operands == [
        .init(alias: "PMC0", value: "UOPS:PMC0:EDGEDETECT:THRESHOLD=0x1"),
        .init(alias: "FIXC0", value: "INSTR_RETIRED_ANY:FIXC0"),
        .init(alias: "inverseClock", value: "inverseClock", isConstant: true),
      ])
    #expect(table.metrics[3].operands.map(\.alias) == ["MBOX0C0", "PMC0:EDGEDETECT", "PMC0"])
    #expect(table.metrics[3].operands[1].value == "UOPS:PMC0:EDGEDETECT:THRESHOLD=0x1")
  }

  @Test func `formulas over counters that a group lacks are told`() throws {
    let (table, _): (EventTable, [LIKWIDGroup]) = try Self.table(Self.text)
    #expect(
      table.warnings == [
        EventSourceError(
          path: "/likwid/groups/skylake/PORTS.txt", place: .line(12),
          problem: .danglingReference("FIXC1"))
      ])
    #expect(table.metrics[1].operands.map(\.alias) == ["FIXC0"])
  }

  @Test func `events that the file of events lacks are told`() throws {
    let kernel = ScriptedKernel()
    kernel.addFile("/l/groups/zen3/A.txt", "SHORT S\nEVENTSET\nPMC0 E\nPMC1 F\nMETRICS\nX PMC0\n")
    kernel.addFile("/l/perfmon_zen3_events.txt", "EVENT_E 0x1 PMC\nUMASK_E 0x0\n")
    let table: EventTable = try LIKWIDSource(root: "/l", kernel: kernel).table(named: "zen3")
    #expect(table.warnings.map(\.problem) == [.danglingReference("F")])
  }

  @Test(arguments: [
    ("odd", 1), ("SHORT a\nEVENTSET\nPMC0\n", 3), ("EVENTSET\nPMC0 E F\n", 2),
    ("EVENTSET\n?? E\n", 2),
    ("EVENTSET\nPMC0:THRESHOLD=zz E\n", 2), ("EVENTSET\nPMC0 E\nMETRICS\nRate\n", 4),
    ("EVENTSET\nPMC0 E\nMETRICS\nRate PMC0)\n", 4), ("EVENTSET\nPMC0 E\nMETRICS\nRate PMC0=1\n", 4),
    ("EVENTSET\nPMC0 E\nMETRICS\nRate PMC1\n", 4), ("EVENTSET\nPMC0 :PMC0\n", 2),
  ])
  func `lines that make no sense are told with their numbers`(text: String, line: Int) throws {
    let (table, _): (EventTable, [LIKWIDGroup]) = try Self.table(text)
    #expect(table.warnings.first?.place == .line(line))
  }

  @Test(.enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
  func `given groups are read, and what their formulas lack is told`() throws {
    let source: LIKWIDSource = GivenToolFiles.likwid
    for name in try source.tableNames() {
      for group in try source.groups(of: name) {
        #expect(!group.events.isEmpty && !group.metrics.isEmpty && !group.brief.isEmpty)
        #expect(!group.details.isEmpty)
      }
      let table: EventTable = try source.table(named: name)
      let incomplete: Set<String> = Set(table.warnings.filter { $0.place != nil }.map(\.path))
      for metric in table.metrics where !incomplete.contains(metric.provenance.location) {
        #expect(throws: Never.self, "\(metric.name)") { try metric.expression() }
      }
    }
    let ports: LIKWIDGroup? = try source.groups(of: "skylake").first { $0.name == "PORT_USAGE" }
    #expect(ports?.requiresNoSMT == true)
    #expect(ports?.events.count == 11)
    let missing: [EventSourceProblem] = try source.table(named: "zen3").warnings
      .filter { $0.path.hasSuffix("L3CACHE.txt") }.map(\.problem)
    #expect(missing == [.danglingReference("FIXC1"), .danglingReference("FIXC0")])
  }
}
