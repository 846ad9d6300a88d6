import EventCatalog
import TestSupport
import Testing

@Suite("Event files of Arm")
struct ArmDataTests {
  static let text: String = """
    {
      "_type": "Events", "cpuid": "0x41d0c", "cpu": "Neoverse N1", "counters": 6,
      "refs": [{"ref": "Manual", "public": true}, {"public": false}],
      "events": [
        {"code": 17, "refs": [0, 2], "name": "CPU_CYCLES", "architectural": false,
         "type": "CYCLE", "description": "Cycle"},
        {"code": 3, "name": "L1D_CACHE_REFILL", "type": "UEVT", "subtype": "WRITE",
         "component": "L1D", "description": "L1 refill. Not counted: +//0 One. +//0 Two"},
        {"code": 16384, "name": "SAMPLE_POP", "description": "\\u0041 sample"}
      ]
    }
    """

  static func source(_ files: [String: String]) -> ArmDataSource {
    let kernel = ScriptedKernel()
    for (path, text) in files { kernel.addFile("/arm/\(path)", text) }
    return ArmDataSource(root: "/arm", kernel: kernel)
  }

  @Test func `an event has its code and its description`() throws {
    let table: EventTable = try Self.source(["neoverse-n1.json": Self.text])
      .table(named: "neoverse-n1")
    #expect(table.warnings == [])
    #expect(table.events.map(\.name) == ["CPU_CYCLES", "L1D_CACHE_REFILL", "SAMPLE_POP"])
    #expect(table.events.compactMap { $0.words?.config } == [0x11, 0x3, 0x4000])
    #expect(table.events.map(\.terms) == ["event=0x11", "event=0x3", "event=0x4000"])
    #expect(table.events.map(\.brief) == ["Cycle", "L1 refill", "A sample"])
    #expect(table.events[1].details == "L1 refill. Not counted:\n- One.\n- Two")
    #expect(table.events[1].topic == "L1D")
    #expect(table.events[1].constraints.remark == "type:UEVT subtype:WRITE")
    #expect(table.events.allSatisfy { $0.unit == .core && $0.provenance.source == .armData })
  }

  @Test func `tables are files, and those of a CPU have its number`() throws {
    let source: ArmDataSource = Self.source([
      "pmu/neoverse-n1.json": Self.text, "pmu/common_armv8.json": "{\"events\": []}",
      "pmu/pmu-schema.json": "{}", "pmu/README": "", "pmu/damaged.json": "{\"cpuid\": ",
    ])
    #expect(try source.tableNames() == ["common_armv8", "damaged", "neoverse-n1"])
    #expect(try source.tableNames(of: .arm64(midr: 0x0000_0000_413F_D0C1)) == ["neoverse-n1"])
    #expect(try source.tableNames(of: .arm64(midr: 0x0000_0000_413F_D0D1)) == [])
    #expect(try source.tableNames(of: .other("41d0c")) == [])
    for name in ["none", "../pmu/neoverse-n1", "README", ""] {
      #expect(throws: EventSourceError(path: "/arm", problem: .noTable(name))) {
        try source.table(named: name)
      }
    }
  }

  @Test func `events are available on the cores that a file is about`() throws {
    let source: ArmDataSource = Self.source([
      "neoverse-n1.json": Self.text, "common_armv8.json": Self.text,
    ])
    #expect(
      Microarchitecture.described(by: "neoverse-n1", of: .armData).map(\.name) == ["neoverse-n1"])
    #expect(Microarchitecture.described(by: "common_armv8", of: .armData) == [])
    let core: Microarchitecture = try #require(Microarchitecture.named("neoverse-n1").first)
    #expect(try core.tableNames(in: source) == ["neoverse-n1"])
    let catalog = EventCatalog(kernel: ScriptedKernel(), cpus: [], sources: [source])
    let places: [EventAvailability] = catalog.availability(of: "L1D_CACHE_REFILL")
      .filter { $0.source == .armData }
    #expect(places.map(\.microarchitecture) == [core])
    #expect(places.map(\.table) == ["neoverse-n1"])
    #expect(places.first?.words == EventWords(config: 3))
  }

  @Test(arguments: [
    ("{\"code\": 1}", "the field \"name\" is missing"),
    ("{\"name\": \"E\"}", "the field \"code\" holds \"\""),
    ("{\"name\": \"E\", \"code\": 65536}", "the field \"code\" holds \"65536\""),
    ("{\"name\": \"E\", \"code\": -1}", "the field \"code\" holds \"-1\""),
    ("7", "an event is expected here"), ("null", "an event is expected here"),
  ])
  func `events that make no sense are told`(event: String, part: String) throws {
    let table: EventTable = try Self.source([
      "a.json": "{\"events\": [\(event), {\"name\": \"F\", \"code\": \"0x12\"}]}"
    ]).table(named: "a")
    #expect(table.events.map(\.name) == ["F"])
    #expect(table.warnings.count == 1)
    #expect(table.warnings[0].description.contains(part))
  }

  @Test func `files cut off anywhere end in a warning`() throws {
    let bytes: [UInt8] = Array(Self.text.utf8)
    for length in 0..<bytes.count {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      let source: ArmDataSource = Self.source(["a.json": text])
      let table: EventTable = try source.table(named: "a")
      #expect(table.warnings.count == 1)
      #expect(table.events.count <= 3)
      _ = try source.tableNames(of: .arm64(midr: 0x413F_D0C1))
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(try Self.source(["a.json": deep]).table(named: "a").warnings.count == 1)
    #expect(try Self.source(["a.json": "{\"x\": " + deep]).table(named: "a").warnings.count == 1)
  }

  @Test(
    .enabled(if: !GivenToolFiles.files(below: "arm-data").isEmpty, "no files of Arm are given"))
  func `given files are read without a warning`() throws {
    let source = ArmDataSource(root: (GivenToolFiles.folder ?? "") + "/arm-data")
    for name in try source.tableNames() {
      let table: EventTable = try source.table(named: name)
      #expect(table.warnings == [])
      #expect(table.events.allSatisfy { $0.words != nil })
      for core in Microarchitecture.described(by: name, of: .armData) {
        #expect(try core.tableNames(in: source).contains(name))
      }
    }
  }
}
