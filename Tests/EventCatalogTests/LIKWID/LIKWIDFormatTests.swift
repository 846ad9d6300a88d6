import EventCatalog
import TestSupport
import Testing

@Suite("The format of LIKWID's events")
struct LIKWIDFormatTests {
  static func source(_ files: [String: String]) -> LIKWIDSource {
    let kernel = ScriptedKernel()
    for (path, text) in files { kernel.addFile("/likwid/\(path)", text) }
    return LIKWIDSource(root: "/likwid", kernel: kernel)
  }

  static func table(_ text: String, architecture: String = "skylake") throws -> EventTable {
    try source(["perfmon_\(architecture)_events.txt": text]).table(named: architecture)
  }

  @Test(
    arguments: [
      ("skylake", "0xD1 PMC", "0x08", "default_core", 0x8D1, 0),
      ("skylake", "0x00 FIXC0", "0x00", "default_core", 0xC0, 0),
      ("skylake", "0x00 FIXC1", "0x02", "default_core", 0x3C, 0),
      ("skylake", "0x00 FIXC2", "0x00", "default_core", 0x300, 0),
      ("sapphirerapids", "0x00 FIXC3", "0x04", "default_core", 0x400, 0),
      ("sapphirerapids", "0x00 TMA2", "0x00", "default_core", 0x8200, 0),
      ("skylake", "0xC6 PMC", "0x01 0x00 0x400206", "default_core", 0x1C6, 0x400206),
      ("ivybridge", "0xB7 PMC", "0x01 0x04 0x10", "default_core", 0x1B7, 0x10010),
      ("skylake", "0xB7 PMC", "0x01 0xFF 0xFF", "default_core", 0x1B7, 0),
      ("skylake", "0x01 PWR1", "0x00", "power", 1, 0),
      ("zen3", "0x01 PWR0", "0x00", "power_core", 1, 0),
      ("zen3", "0x02 PWR1", "0x00", "power", 2, 0), ("zen3", "0x01 FIXC1", "0x00", "msr", 1, 0),
      ("zen3", "0x18E PMC", "0x1F", "default_core", 0x1_0000_1F8E, 0),
      ("zen3", "0x04 CPMC", "0xFF", "amd_l3", 0xFF04, 0),
      ("zen3", "0x1C7 DFC", "0x38", "amd_df", 0x1_0000_38C7, 0),
      ("zen3", "0x1807 DFC", "0x02", "amd_df", 0x0800_0008_0000_0207, 0),
      // The file of Zen 4 gives the words beside: 0x10740FE1F has bits of the register.
      ("zen4", "0x11F DFC", "0x7FE", "amd_df", 0x1_0700_FE1F, 0),
      ("zen4", "0x10FF DFC", "0x001", "amd_df", 0x10_0000_01FF, 0),
      ("haswellEP", "0x00 MBOX0FIX|MBOX1FIX", "0x00", "uncore_imc", 0xFF, 0),
      ("haswellEP", "0x80 WBOX", "0xC0", "uncore_pcu", 0xC080, 0),
      ("skylake", "0x34 CBOX", "0x8F", "uncore_cbox", 0x8F34, 0),
      ("skylake", "0x80 UBOX0", "0x01", "uncore_arb", 0x180, 0),
      ("skylake", "0x01 MBOX0C1", "0x01", "uncore_imc", 1, 0),
      ("skylake", "0x00 UBOXFIX", "0x01", "uncore_clock", 0xFF, 0),
      ("skylakeX", "0x04 MBOX0C0|MBOX0C1", "0x03", "uncore_imc", 0x304, 0),
      ("skylakeX", "0x35 CBOX", "0x11", "uncore_cha", 0x1135, 0),
      ("haswellEP", "0x01 BBOX", "0x03", "uncore_ha", 0x301, 0),
      ("ivybridgeEP", "0x14 SBOX", "0x00", "uncore_qpi", 0x14, 0),
      ("haswellEP", "0x14 SBOX", "0x00", "uncore_sbox", 0x14, 0),
      ("skylake", "0x02 MPERF", "0x00", "msr", 2, 0),
      ("neon1", "0x11 PMC", "0x00", "default_core", 0x11, 0),
    ] as [(String, String, String, String, UInt64, UInt64)])
  func `counters say which PMU has an event, and how it is encoded`(
    architecture: String, event: String, mask: String, unit: String, config: UInt64, config1: UInt64
  ) throws {
    let table: EventTable = try Self.table(
      "EVENT_E \(event)\nUMASK_E_M \(mask)\n", architecture: architecture)
    #expect(table.warnings == [])
    let definition: EventDefinition = try #require(table.events.first)
    #expect(definition.name == "E_M")
    #expect(definition.baseName == "E")
    #expect(definition.unit == PMUUnit(unit))
    #expect(definition.words == EventWords(config: config, config1: config1))
  }

  @Test(arguments: [
    ("skylake", "0x00 TMP0", "0x00"), ("skylake", "0x00 VTG0", "0x00"),
    ("skylake", "0x00 MBOX0C0", "0x00"), ("skylake", "0x00 MBOX0TMP1", "0x00"),
    ("nehalemEX", "0x01 MBOX0C0", "0x00"), ("skylake", "0x1234 PMC", "0x00"),
    ("skylake", "0x34 CBOX", "0x01 0x02 0x03"), ("neon1", "0x11 PMC", "0x01"),
    ("haswellEP", "0x00 WBOX0FIX", "0x00"), ("zen3", "0x1F DFC", "0x7FE"),
    ("skylake", "0xB7 PMC", "0x01 0x40 0x10"), ("skylake", "0xD1 PMC", "0x1FF"),
  ])
  func `what the kernel cannot count has no code`(
    architecture: String, event: String, mask: String
  ) throws {
    let table: EventTable = try Self.table(
      "EVENT_E \(event)\nUMASK_E \(mask)\n", architecture: architecture)
    #expect(table.events.count == 1)
    #expect(table.events[0].words == nil)
    #expect(table.events[0].terms == "")
  }

  @Test func `default options hold for names that contain theirs, until the next ones`() throws {
    let table: EventTable = try Self.table(
      """
      EVENT_L1D 0x48 PMC2
      UMASK_L1D_PENDING 0x01
      DEFAULT_OPTIONS_L1D_CYCLES EVENT_OPTION_THRESHOLD=0xA,EVENT_OPTION_EDGE=1
      UMASK_L1D_CYCLES 0x01
      UMASK_L1D_CYCLES_ANY 0x01
      DEFAULT_OPTIONS_L1D_STALLS EVENT_OPTION_INVERT=0x1,EVENT_OPTION_ANYTHREAD=1
      UMASK_L1D_CYCLES_LATE 0x01
      UMASK_L1D_STALLS 0x01
      """)
    #expect(table.warnings == [])
    #expect(
      table.events.compactMap { $0.words?.config } == [
        0x148, 0xA04_0148, 0xA04_0148, 0x148, 0xA0_0148,
      ])
    #expect(table.events[1].terms == "event=0x48,umask=0x1,edge=1,cmask=0xa")
    #expect(table.events[1].constraints.programmable?.counters == [2])
    #expect(table.events[1].constraints.classes == ["PMC2"])
    #expect(table.events[1].constraints.remark == "THRESHOLD=0xa EDGEDETECT")
  }

  @Test func `counters and registers are constraints`() throws {
    let table: EventTable = try Self.table(
      """
      EVENT_A 0x01 PMC
      UMASK_A 0x01
      EVENT_B 0x02 PMC0|PMC3
      UMASK_B 0x01
      EVENT_C 0x00 FIXC1
      UMASK_C 0x00
      EVENT_D 0xBB PMC
      OPTIONS_D EVENT_OPTION_MATCH0_MASK|EVENT_OPTION_MATCH1_MASK
      UMASK_D 0x01 0xFF 0xFF
      EVENT_E 0xC6 PMC
      UMASK_E 0x01 0x00 0x11
      EVENT_F 0x00 PWR0
      UMASK_F 0x00
      """)
    let constraints: [CounterConstraints] = table.events.map(\.constraints)
    #expect(
      constraints.map(\.programmable) == [
        nil, [.init(counter: 0), .init(counter: 3)], nil, nil, nil, nil,
      ])
    #expect(constraints.map { $0.fixed?.counters } == [nil, nil, [1], nil, nil, nil])
    #expect(constraints[3].extraRegister == ExtraRegister(addresses: [0x1A7], value: 0))
    #expect(
      constraints.map(\.classes) == [
        ["PMC"], ["PMC0", "PMC3"], ["FIXC1"], ["PMC"], ["PMC"], ["PWR0"],
      ])
    #expect(constraints[3].remark == "MATCH0 MATCH1")
    #expect(constraints[4].extraRegister == ExtraRegister(addresses: [0x3F7], value: 0x11))
    #expect(table.events[4].terms == "event=0xc6,umask=0x1,frontend=0x11")
    #expect(table.events[5].countUnit == "Joules")
    #expect(table.events[5].scale == 0x1p-32)
  }

  @Test(arguments: [
    "UMASK_X", "UMASK_X zz", "UMASK_X 0x1 0x2", "EVENT_X", "EVENT_X zz PMC", "EVENT_X 0x1",
    "EVENT_X 0x1 PMC|?", "EVENT_X 0x1ffffffffff PMC", "DEFAULT_OPTIONS_X", "ODD 0x1",
    "DEFAULT_OPTIONS_X EVENT_OPTION_THRESHOLD=zz", "OPTIONS_X", "EVENT_X 0x1 PMC99999999999",
    "EVENT_X 0x01 QQQ", "UMASK_ 0x1", "EVENT_ 0x1 PMC",
    "UMASK_" + String(repeating: "A", count: 5000) + " 0x1",
  ])
  func `lines that make no sense are told with their numbers`(line: String) throws {
    let table: EventTable = try Self.table(
      "EVENT_A 0x01 PMC\nUMASK_A 0x01\n\(line)\nEVENT_B 0x01 PMC\nUMASK_B 0x01\n")
    #expect(table.warnings.map(\.place) == [.line(3)])
    #expect(table.events.map(\.name) == ["A", "B"])
  }

  @Test func `an event outlives classes of counters that nobody knows`() throws {
    let table: EventTable = try Self.table("EVENT_X 0x1 PMC0|?\nUMASK_X 0x02\n")
    #expect(table.events.map { $0.words?.config } == [0x201])
    #expect(table.events.map(\.constraints.classes) == [["PMC0"]])
    #expect(table.warnings.map(\.place) == [.line(1)])
  }

  @Test func `a mask without an event is told`() throws {
    let table: EventTable = try Self.table("UMASK_A 0x01\nEVENT_A zz PMC\nUMASK_B 0x01\n")
    #expect(table.warnings.map(\.place) == [.line(1), .line(2), .line(3)])
    #expect(table.events == [])
  }

  @Test func `tables are files of events and folders of groups`() throws {
    let group: String = "SHORT Text\nEVENTSET\nPMC0 E\nMETRICS\nRate PMC0/time\n"
    let event: String = "EVENT_E 0x01 PMC\nUMASK_E 0x01\n"
    let source: LIKWIDSource = Self.source([
      "src/includes/perfmon_icelake_events.txt": event, "perfmon_zen3_events.txt": event,
      "groups/ICL/A.txt": group, "groups/RKL/B.txt": group, "groups/power9/C.txt": group,
      "groups/zen3/D.txt": group, "groups/zen3/README": "", "perfmon_../x_events.txt": event,
    ])
    #expect(try source.tableNames() == ["RKL", "icelake", "power9", "zen3"])
    #expect(try source.groups(of: "icelake").map(\.name) == ["A"])
    #expect(try source.groups(of: "RKL").map(\.name) == ["B"])
    #expect(try source.table(named: "RKL").events.map(\.name) == ["E"])
    #expect(try source.table(named: "power9").events == [])
    #expect(try source.table(named: "power9").metrics.map(\.name) == ["Rate"])
    #expect(try source.table(named: "zen3").warnings == [])
    for name in ["none", "../zen3", "", "ICL"] {
      #expect(throws: EventSourceError(path: "/likwid", problem: .noTable(name))) {
        try source.table(named: name)
      }
    }
    let installed: LIKWIDSource = Self.source(["perfgroups/SPR/A.txt": group])
    #expect(try installed.tableNames() == ["SPR"])
    #expect(try installed.groups(of: "SPR").map(\.name) == ["A"])
    let cpu = CPUIdentifier.x86(vendor: "GenuineIntel", family: 6, model: 0x8F, stepping: 4)
    #expect(try installed.tableNames(of: cpu) == ["SPR"])
  }

  @Test(
    arguments: [
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x9E, stepping: 10), "skylake"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x55, stepping: 4), "skylakeX"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x55, stepping: 7), "cascadelakeX"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0xA7, stepping: 1), "icelake"),
      (.x86(vendor: "AuthenticAMD", family: 0x17, model: 0x71, stepping: 0), "zen2"),
      (.x86(vendor: "AuthenticAMD", family: 0x19, model: 0x21, stepping: 0), "zen3"),
      (.x86(vendor: "AuthenticAMD", family: 0x19, model: 0xA0, stepping: 2), "zen4"),
      (.arm64(midr: 0x0000_0000_413F_D0C1), "neon1"), (.arm64(midr: 0x0000_0000_461F_0010), nil),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x97, stepping: 2), nil),
      (.other("z15"), nil),
    ] as [(CPUIdentifier, String?)])
  func `a CPU has the table that LIKWID takes`(cpu: CPUIdentifier, name: String?) throws {
    let names: [String] = [
      "skylake", "skylakeX", "cascadelakeX", "icelake", "zen2", "zen3", "zen4", "neon1",
    ]
    let source: LIKWIDSource = Self.source(
      Dictionary(uniqueKeysWithValues: names.map { ("perfmon_\($0)_events.txt", "") }))
    #expect(try source.tableNames(of: cpu) == (name.map { [$0] } ?? []))
  }
}
