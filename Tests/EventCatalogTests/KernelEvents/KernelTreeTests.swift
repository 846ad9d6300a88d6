import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite("Trees of the kernel's event files")
struct KernelTreeTests {
  private func kernel(_ files: [String: String], root: String = "/arch") -> ScriptedKernel {
    let kernel = ScriptedKernel()
    for (path, text) in files { kernel.addFile("\(root)/\(path)", text) }
    return kernel
  }

  private static let small: [String: String] = [
    "x86/mapfile.csv":
      "Family-model,Version,Filename,EventType\nGenuineIntel-6-5E,v59,skylake,core\n",
    "x86/skylake/cache-lines.json": #"[{"EventName":"L1D.X","EventCode":"0x51","UMask":"0x1"}]"#,
    "x86/skylake/metricgroups.json": #"{"Mem":"Memory"}"#,
    "x86/skylake/counter.json":
      #"[{"Unit":"core","CountersNumFixed":"3","CountersNumGeneric":4},{"Unit":"CBOX","CountersNumGeneric":"2"}]"#,
    "arm64/mapfile.csv": "a\n0x00000000410fd0c0,v1,arm/neoverse-n1,core\n",
    "arm64/standard.json":
      #"[{"EventCode":"0x11","EventName":"CPU_CYCLES","BriefDescription":"Cycle.","PublicDescription":"Long."},{"MetricName":"ratio","MetricExpr":"a / b","MetricGroup":"G"}]"#,
    "arm64/arm/neoverse-n1/core.json":
      #"[{"ArchStdEvent":"cpu_cycles"},{"ArchStdEvent":"CPU_CYCLES","EventName":"OWN","PublicDescription":"Other"},{"ArchStdEvent":"ratio"},{"ArchStdEvent":"NONE"}]"#,
    "arm64/chip/sys/memory.json":
      #"[{"EventName":"R","EventCode":"1","Unit":"imx8_ddr","Compat":"i.MX8"}]"#,
    "common/common/tool.json": #"[{"EventName":"T","Unit":"tool","EventCode":"1"}]"#,
  ]

  @Test(arguments: [
    "/tree/tools/perf/pmu-events/arch", "/tree/pmu-events/arch", "/tree/arch", "/tree",
  ])
  func `every root from which the architectures can be found`(place: String) throws {
    let source = KernelEventsSource(root: "/tree", kernel: kernel(Self.small, root: place))
    #expect(
      try source.tableNames() == ["arm/neoverse-n1", "chip/sys", "common", "skylake"])
    #expect(try source.table(named: "skylake").events.count == 1)
  }

  @Test func `an event outlives what its code does not need`() throws {
    var files: [String: String] = Self.small
    files["x86/mapfile.csv"] =
      "Family-model,Version,Filename,EventType\nGenuineIntel-6-5E\nGenuineIntel-6-5E,v59,../x\n"
    files["x86/skylake/cache-lines.json"] = """
      [{"EventName":"A","EventCode":"0x51","SampleAfterValue":"x","RetirementLatencyMean":"x"},
       {"EventName":"B","EventCode":"0x52","Data_LA":"1","RetirementLatencyMin":"1",
        "RetirementLatencyMean":2.5,"RetirementLatencyMax":9},
       {"EventName":"C","EventCode":"x"}]
      """
    files["x86/skylake/counter.json"] =
      #"[{"Unit":"core","CountersNumFixed":"x","CountersNumGeneric":4}]"#
    let source = KernelEventsSource(root: "/arch", kernel: kernel(files))
    let table: EventTable = try source.table(named: "skylake")
    #expect(table.events.map { $0.words?.config } == [0x51, 0x52])
    #expect(table.events.map(\.period) == [nil, nil])
    #expect(
      table.events[1].retirementLatency == RetirementLatency(mean: 2.5, minimum: 1, maximum: 9))
    #expect(table.events[1].traits == .dataAddress)
    #expect(table.counters[.core]?.programmable == 4)
    #expect(
      table.warnings.map(\.problem) == [
        .malformed(expected: "a row of a CPU, a version and a folder"),
        .invalidField("Filename", value: "../x"), .invalidField("SampleAfterValue", value: "x"),
        .invalidField("RetirementLatencyMean", value: "x"), .invalidField("EventCode", value: "x"),
        .invalidField("CountersNumFixed", value: "x"),
      ])
    #expect(table.warnings.prefix(2).map(\.place) == [.line(2), .line(3)])
  }

  @Test func `the folder of one architecture`() throws {
    let source = KernelEventsSource(root: "/arch/arm64", kernel: kernel(Self.small))
    #expect(try source.tableNames() == ["arm/neoverse-n1", "chip/sys"])
    #expect(try source.tableNames(of: .arm64(midr: 0x413f_d0c1)) == ["arm/neoverse-n1"])
    let table: EventTable = try source.table(named: "arm64/arm/neoverse-n1")
    #expect(table.events[0].words == EventWords(config: 0x11))
  }

  @Test func `what a table holds`() throws {
    let source = KernelEventsSource(root: "/arch", kernel: kernel(Self.small))
    let table: EventTable = try source.table(named: "skylake")
    #expect(table.groups == ["Mem": "Memory"])
    #expect(
      table.counters == [
        .core: CounterCounts(programmable: 4, fixed: 3),
        PMUUnit("uncore_cbox"): CounterCounts(programmable: 2, fixed: nil),
      ])
    #expect(table.events[0].topic == "cache lines")
    #expect(table.events[0].provenance.version == "v59")
    #expect(table.events[0].name == "l1d.x")
  }

  @Test func `records take over standard ones`() throws {
    let source = KernelEventsSource(root: "/arch", kernel: kernel(Self.small))
    let table: EventTable = try source.table(named: "arm/neoverse-n1")
    #expect(table.events.map(\.name) == ["cpu_cycles", "own"])
    #expect(table.events.map(\.terms) == ["event=0x11", "event=0x11"])
    #expect(table.events.map(\.brief) == ["Cycle", "Cycle"])
    #expect(table.events.map(\.details) == ["Long", "Other"])
    #expect(table.metrics.map(\.formula) == ["a / b"])
    #expect(table.warnings.map(\.problem) == [.danglingReference("NONE")])
  }

  @Test func `how perf groups and shows a metric by default`() throws {
    var files: [String: String] = Self.small
    files["x86/skylake/m-metrics.json"] =
      #"[{"MetricName":"A","MetricExpr":"b","DefaultMetricgroupName":"TopdownL1","MetricgroupNoGroup":"TopdownL1;Default","DefaultShowEvents":"1"},{"MetricName":"B","MetricExpr":"b"}]"#
    let source = KernelEventsSource(root: "/arch", kernel: kernel(files))
    let metrics: [MetricDefinition] = try source.table(named: "skylake").metrics
    #expect(metrics.map(\.defaultGroup) == ["TopdownL1", ""])
    #expect(metrics.map(\.ungroupedGroups) == [["TopdownL1", "Default"], []])
    #expect(metrics.map(\.showsEventsByDefault) == [true, false])
  }

  @Test func `two architectures with a folder of the same name`() throws {
    var files: [String: String] = Self.small
    files["arm64/skylake/a.json"] = "[]"
    let source = KernelEventsSource(root: "/arch", kernel: kernel(files))
    #expect(try source.tableNames().contains("arm64/skylake"))
    #expect(try source.tableNames().contains("x86/skylake"))
    #expect(try source.table(named: "x86/skylake").events.count == 1)
    #expect(try source.table(named: "arm64/skylake").events.isEmpty)
  }

  @Test(arguments: ["", "x", "../x86/skylake", "x86", "skylake/", "/skylake", "skylake\0", "."])
  func `names of no table`(name: String) {
    let source = KernelEventsSource(root: "/arch", kernel: kernel(Self.small))
    let error: EventSourceError? = #expect(throws: EventSourceError.self) {
      try source.table(named: name)
    }
    #expect(error?.problem == .noTable(name))
  }

  @Test func `folders that are empty or not there`() {
    let empty = ScriptedKernel()
    empty.addFolder("/arch")
    for kernel in [empty, ScriptedKernel()] {
      let source = KernelEventsSource(root: "/arch", kernel: kernel)
      #expect(throws: EventSourceError.self) { try source.tableNames() }
      #expect(throws: EventSourceError.self) { try source.tableNames(of: .other("x")) }
      #expect(throws: EventSourceError.self) { try source.table(named: "skylake") }
    }
  }

  @Test func `a damaged file is a warning beside others, an error alone`() throws {
    var files: [String: String] = Self.small
    files["x86/skylake/z.json"] = #"[{"EventName":"A","EventCode":"1"},"#
    let beside = KernelEventsSource(root: "/arch", kernel: kernel(files))
    let table: EventTable = try beside.table(named: "skylake")
    #expect(table.events.map(\.name) == ["l1d.x"])
    #expect(table.warnings.map(\.path) == ["/arch/x86/skylake/z.json"])
    let alone = KernelEventsSource(
      root: "/arch", kernel: kernel(["x86/mapfile.csv": "", "x86/m/z.json": "[1]"]))
    let error: EventSourceError? = #expect(throws: EventSourceError.self) {
      try alone.table(named: "m")
    }
    #expect(error?.place == .offset(1))
  }

  @Test func `lists of CPUs with rows that make no sense`() throws {
    let rows: [String] = [
      "first line", "", "# comment,x,y", "GenuineIntel-6-5E", "(,v1,bad,core",
      "x,v1,../../etc,core",
      ",,,", "GenuineIntel-6-5E,v1,good,core,more,columns", "\0,\0,\0",
    ]
    let source = KernelEventsSource(
      root: "/arch", kernel: kernel(["x86/mapfile.csv": rows.joined(separator: "\r\n")]))
    let cpu: CPUIdentifier = try #require(CPUIdentifier(parsing: "GenuineIntel-6-5E-3"))
    #expect(try source.tableNames(of: cpu) == ["good"])
  }

  @Test func `links in a loop`() throws {
    let root: URL = FileManager.default.temporaryDirectory
      .appendingPathComponent("kernel-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder: URL = root.appendingPathComponent("arch/x86/skylake")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("id\n".utf8).write(to: root.appendingPathComponent("arch/x86/mapfile.csv"))
    try Data("[]".utf8).write(to: folder.appendingPathComponent("a.json"))
    for (link, target) in [
      ("arch/x86/skylake/up", "arch/x86"), ("arch/x86/self", "arch/x86/self"),
      ("arch/x86/skylake/b", "arch/x86/skylake"),
    ] {
      try FileManager.default.createSymbolicLink(
        at: root.appendingPathComponent(link),
        withDestinationURL: root.appendingPathComponent(target))
    }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("loop.json"),
      withDestinationURL: folder.appendingPathComponent("loop.json"))
    let source = KernelEventsSource(root: root.path)
    #expect(try source.tableNames().contains("skylake"))
    #expect(try source.table(named: "skylake").warnings.count == 1)
  }
}
