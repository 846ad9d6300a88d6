import EventCatalog
import Testing

@Suite("Specifications of LIKWID")
struct LIKWIDSpecificationTests {
  @Test func `an event stands on a counter with options`() throws {
    let text: String = "L1D:PMC0:EDGEDETECT:THRESHOLD=0x2:KERNEL"
    let specification = try LIKWIDSpecification(parsing: text)
    #expect(specification.event == "L1D")
    #expect(specification.counter == "PMC0")
    #expect(specification.countsKernel)
    #expect(
      specification.options == [.init(name: "EDGEDETECT"), .init(name: "THRESHOLD", value: 2)])
    #expect(try LIKWIDSpecification(parsing: "L1D:PMC0").countsKernel == false)
  }

  @Test(arguments: [
    ("", 0), (":PMC0", 0), ("E", 1), ("E:", 2), ("E:0", 2), ("E:PMC0:", 7),
    ("E:PMC0:THRESHOLD=zz", 7), ("E:PMC0:INVERT:=1", 14),
  ])
  func `parts that make no sense are told with their places`(text: String, position: Int) throws {
    let error = #expect(throws: EventNameError.self) { try LIKWIDSpecification(parsing: text) }
    #expect(error?.position == position)
  }

  static let files: [String: String] = [
    "perfmon_skylake_events.txt": """
    EVENT_INST 0x00 FIXC0
    UMASK_INST 0x00
    EVENT_INST 0xC0 PMC1
    UMASK_INST 0x01
    EVENT_OFF 0xB7 PMC
    OPTIONS_OFF EVENT_OPTION_MATCH0_MASK|EVENT_OPTION_MATCH1_MASK
    UMASK_OFF 0x01 0xFF 0xFF
    DEFAULT_OPTIONS_STALL EVENT_OPTION_THRESHOLD=0x4,EVENT_OPTION_INVERT=1
    EVENT_STALL 0x0E PMC
    UMASK_STALL 0x01
    EVENT_TEMP 0x00 TMP0
    UMASK_TEMP 0x00
    """,
    "perfmon_zen3_events.txt": """
    EVENT_OPS 0x01 PMC
    UMASK_OPS 0x01
    EVENT_L3 0x04 CPMC
    UMASK_L3 0xFF
    EVENT_DF 0x07 DFC
    UMASK_DF 0x38
    """,
  ]

  static func config(_ text: String) throws -> EventWords? {
    let source: LIKWIDSource = LIKWIDFormatTests.source(files)
    let events: [EventDefinition] = try source.tableNames().flatMap { name in
      try source.table(named: name).events
    }
    return try LIKWIDSpecification(parsing: text).definition { name in
      events.filter { $0.name == name }.map { event in
        var moved: EventDefinition = event
        // What the event is must not depend on where its file lies.
        moved.provenance.location = ""
        return moved
      }
    }?.words
  }

  @Test(
    arguments: [
      ("INST:FIXC0", 0xC0, 0), ("INST:PMC1", 0x1C0, 0), ("STALL:PMC0", 0x480_010E, 0),
      ("STALL:PMC0:THRESHOLD=0x1:EDGEDETECT", 0x184_010E, 0),
      ("STALL:PMC3:INVERT=0:ANYTHREAD", 0x420_010E, 0),
      ("STALL:PMC0:IN_TRANS", 0x1_0480_010E, 0),
      ("OFF:PMC0:MATCH0=0x3:MATCH1=0x8", 0x1B7, 0x8_0003),
      ("OPS:PMC5:THRESHOLD=0xFF", 0xFF00_0101, 0),
      ("L3:CPMC0:SLICE=0x3:TID=0x2", 0x0203_0000_0000_FF04, 0),
    ] as [(String, UInt64, UInt64)])
  func `options change the code`(text: String, config: UInt64, config1: UInt64) throws {
    #expect(try Self.config(text) == EventWords(config: config, config1: config1))
  }

  @Test(arguments: ["INST:PMC0", "INST:PMC", "NONE:PMC0", "TEMP:PWR0"])
  func `an event is only on counters of its class`(text: String) throws {
    #expect(try Self.config(text) == nil)
  }

  @Test(arguments: [
    "STALL:PMC0:THRESHOLD=0x100", "STALL:PMC0:ODD", "OPS:PMC0:ANYTHREAD", "DF:DFC0:INVERT",
    "STALL:PMC0:MATCH0=1", "OFF:PMC0:MATCH0=0x10000", "TEMP:TMP0:INVERT",
  ])
  func `options that the event does not know are refused`(text: String) throws {
    let error = #expect(throws: EventNameError.self) { try Self.config(text) }
    #expect(error?.description.isEmpty == false)
  }
}
