import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Folders of the vendor's event files")
struct PerfmonFolderTests {
  private func folder(_ files: [String: String]) -> PerfmonSource {
    let kernel = ScriptedKernel()
    for (path, text) in files { kernel.addFile("/p/\(path)", text) }
    return PerfmonSource(root: "/p", kernel: kernel)
  }

  @Test func `tables by folder, kind of core and file`() throws {
    #expect(
      try folder(["mapfile.csv": PerfmonTree.mapfile]).tableNames() == [
        "ADL", "ADL/Atom", "ADL/Core", "ADL/gracemont_core", "CLX", "NVL", "NVL/Atom", "NVL/Core",
        "SKL", "SKX",
      ])
  }

  @Test func `the PMU of each kind of core`() throws {
    var files: [String: String] = ["mapfile.csv": PerfmonTree.mapfile]
    for name in ["goldencove_core", "gracemont_core", "uncore"] {
      files["ADL/events/\(name).json"] = #"[{"EventName":"E","EventCode":"1"}]"#
    }
    let source: PerfmonSource = folder(files)
    for (table, unit) in [
      ("ADL/Core", "cpu_core"), ("ADL/Atom", "cpu_atom"), ("ADL/gracemont_core", "default_core"),
    ] {
      #expect(try source.table(named: table).events.map(\.unit) == [PMUUnit(unit)])
    }
  }

  @Test func `no list, an unknown table, and no file of a table`() {
    let missing: EventSourceError? = #expect(throws: EventSourceError.self) {
      try folder([:]).tableNames()
    }
    #expect(
      missing == EventSourceError(path: "/p/mapfile.csv", problem: .unreadable(.noSuchFile)))
    let source: PerfmonSource = folder(["mapfile.csv": PerfmonTree.mapfile])
    let unknown: EventSourceError? = #expect(throws: EventSourceError.self) {
      try source.table(named: "XYZ")
    }
    #expect(unknown?.problem == .noTable("XYZ"))
    let empty: EventSourceError? = #expect(throws: EventSourceError.self) {
      try source.table(named: "SKX")
    }
    #expect(empty?.path == "/p/SKX/events/core.json")
  }

  @Test func `rows that make no sense are said`() throws {
    let rows: [String] = [
      "Family-model,Version,Filename,EventType", "A-6-1,V1,/SKL/a.json,core", "A-6-1", "A-6-1,V1",
      ",V1,/SKL/b.json,core", "A-6-1,V1,/../../etc/passwd,core", "A-6-1,V1,/SKL/c.json,strange",
      "A-6-1,V1,,core", "\0", "A-6-1,V1,/SKL/d.json,CORE,,,",
    ]
    let source: PerfmonSource = folder([
      "mapfile.csv": rows.joined(separator: "\r\n"),
      "SKL/a.json": #"[{"EventName":"E"}]"#, "SKL/d.json": #"[{"EventName":"F"}]"#,
    ])
    #expect(try source.tableNames() == ["SKL"])
    let table: EventTable = try source.table(named: "SKL")
    #expect(table.events.map(\.name) == ["E", "F"])
    #expect(
      table.warnings.map(\.place) == [3, 4, 5, 6, 7, 8, 9].map { EventSourceError.Place.line($0) })
  }

  @Test func `records that make no sense are left out and said`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": """
      [{"EventName":"A","EventCode":"0x1"}, {"EventCode":"0x2"}, {"EventName":"B","EventCode":"x"},
       {"EventName":"C","UMask":"0x1FFFFFFFFFFFFFFFF"}, {"EventName":"D","MSRIndex":"0x1a6;0x1a7"},
       {"EventName":"E","UMask":"1","UMaskExt":"0xFFFFFFFFFFFFFFFF"}, {"EventName":"F"}]
      """
    ])
    #expect(table.events.map(\.name) == ["A", "F"])
    #expect(
      table.warnings.map(\.place) == [
        .offset(38), .entry("B"), .entry("C"), .entry("D"), .entry("E"),
      ])
    #expect(
      table.warnings.map(\.description).contains(
        "/p/SKL/events/core.json, \"B\": the field \"EventCode\" holds \"x\", which makes no sense")
    )
  }

  @Test func `a table whose files are cut at any length`() throws {
    let text: String = #"{"Events":[{"EventName":"A","EventCode":"0x1"}]}"#
    for length in 0..<text.utf8.count {
      let table: EventTable = try PerfmonTree.table([
        "events/core": String(decoding: Array(text.utf8)[..<length], as: UTF8.self)
      ])
      #expect(table.events.isEmpty)
      #expect(table.warnings.count == 1)
    }
  }

  @Test func `a value too wide for its place leaves the words open`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"A","EventCode":"0x1","CounterMask":"256"}]"#
    ])
    #expect(table.events[0].terms == "event=1,cmask=256")
    #expect(table.events[0].words == nil)
  }
}
