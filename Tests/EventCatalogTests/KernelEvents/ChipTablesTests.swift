import PerfEvent
import TestSupport
import Testing

@testable import EventCatalog

@Suite("Tables of chips in the kernel's event files")
struct ChipTablesTests {
  private static let files: [String: String] = [
    "mapfile.csv": "id\n",
    "cores/a.json": #"[{"EventName":"CORE","EventCode":"1"}]"#,
    "freescale/sys/ddrc.json":
      #"[{"EventName":"DDR.READ","EventCode":"0x2a","Unit":"imx8_ddr","Compat":"i.MX8MP"},{"EventName":"DDR.OLD","EventCode":"0x2b","Unit":"imx8_ddr","Compat":"i.MX8MM"},{"MetricName":"bytes","MetricExpr":"ddr.read * 16","Unit":"imx8_ddr","Compat":"i.MX8MP"},{"EventName":"DDR.ANY","EventCode":"1","Unit":"imx8_ddr"}]"#,
    "arm/cmn/sys/cmn.json":
      #"[{"EventName":"HNF.MISS","EventidCode":"0x1","NodeType":"0x5","Unit":"arm_cmn","Compat":"(434|436|43c|43a).*"}]"#,
    "hisilicon/hip09/sys/cpa.json":
      #"[{"EventName":"CPA.CYCLES","ConfigCode":"0x0","Unit":"hisi_sicl,cpa","Compat":"0x00000030"}]"#,
  ]

  private func catalog(identifiers: [(String, String?)]) -> EventCatalog {
    let kernel: ScriptedKernel = Machine.bare()
    for (path, text) in Self.files { kernel.addFile("/arch/arm64/\(path)", text) }
    for (number, (name, identifier)) in identifiers.enumerated() {
      var files: [String: String] = [
        "format/event": "config:0-7\n", "format/eventid": "config:16-23\n",
        "format/type": "config:0-15\n", "cpumask": "0\n",
      ]
      files["identifier"] = identifier
      Machine.addPMU(kernel, name, type: 20 + number, files: files)
    }
    return EventCatalog(
      kernel: kernel, cpus: [.arm64(midr: 0x410f_d0c1)],
      sources: [KernelEventsSource(root: "/arch", kernel: kernel)])
  }

  @Test func `events of the PMUs that identify themselves`() throws {
    let catalog: EventCatalog = catalog(identifiers: [
      ("imx8_ddr0", "i.MX8MP\n"), ("arm_cmn_0", "43c01\n"), ("hisi_sicl1_cpa0", "0x00000030\n"),
    ])
    let event: Event = try catalog.resolve("ddr.read")[0].events[0]
    #expect(event.attributes.config == 0x2a)
    #expect(event.pmu == "imx8_ddr0")
    #expect(try catalog.resolve("hnf.miss")[0].events[0].attributes.config == 0x1_0005)
    #expect(try catalog.resolve("cpa.cycles")[0].events[0].pmu == "hisi_sicl1_cpa0")
    #expect(throws: EventNameError.self) { try catalog.resolve("ddr.old") }
    #expect(throws: EventNameError.self) { try catalog.resolve("ddr.any") }
    #expect(catalog.describe("DDR.READ").map(\.compatibleIdentifiers) == ["i.MX8MP"])
    let tables: [EventTable] = catalog.events(from: [.kernelEvents]).tables
    #expect(tables.map(\.name) == ["arm/cmn/sys", "freescale/sys", "hisilicon/hip09/sys"])
    #expect(tables.flatMap(\.metrics).map(\.name) == ["bytes"])
  }

  @Test(arguments: [nil, "", "i.MX8", "i.MX8MPlus", "43", "143c"] as [String?])
  func `no events without the whole identifier`(identifier: String?) {
    let catalog: EventCatalog = catalog(identifiers: [
      ("imx8_ddr0", identifier), ("arm_cmn_0", identifier),
    ])
    #expect(catalog.events(from: [.kernelEvents]).tables.isEmpty)
    #expect(throws: EventNameError.self) { try catalog.resolve("ddr.read") }
  }

  @Test func `an identifier on a PMU of another kind`() {
    let catalog: EventCatalog = catalog(identifiers: [("other", "i.MX8MP"), ("imx8_ddr0", "43c")])
    #expect(throws: EventNameError.self) { try catalog.resolve("ddr.read") }
  }
}
