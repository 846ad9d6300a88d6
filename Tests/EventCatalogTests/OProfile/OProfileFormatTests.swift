import EventCatalog
import TestSupport
import Testing

@Suite("The format of OProfile's events")
struct OProfileFormatTests {
  /// A source whose folder has these files.
  static func source(_ files: [String: String]) -> OProfileSource {
    let kernel = ScriptedKernel()
    for (path, text) in files { kernel.addFile("/op/\(path)", text) }
    return OProfileSource(root: "/op", kernel: kernel)
  }

  static let masks: String = """
    # masks
    name:zero type:mandatory default:0x0
    \t0x0 No unit mask
    name:hits type:exclusive default:walk
    \t0x10 extra:cmask=a,inv active Cycles with a walk
    \t0x10 extra: walk Walks
    \t0x20 extra:edge,any,pebs other
    name:ops type:bitmask default:0x3
    \t0x01 Loads
    \t0x02 Stores
    """

  static let events: String = """
    event:0x3c counters:cpuid um:zero minimum:6000 filter:0 name:CYCLES : Clock cycles: all
    event:0x85 counters:0,3 um:hits minimum:100003 name:itlb :
    event:0x1c4 counters:1 um:ops minimum:500 name:OPS : Operations
    """

  static func table(
    _ name: String = "x86-64/test", events: String = Self.events, masks: String = Self.masks
  ) throws -> EventTable {
    try source(["\(name)/events": events, "\(name)/unit_masks": masks]).table(named: name)
  }

  @Test func `an event is described with its default mask and with each mask`() throws {
    let table: EventTable = try Self.table()
    #expect(table.warnings == [])
    #expect(
      table.events.map(\.name) == [
        "CYCLES", "CYCLES:0x0", "itlb", "itlb:active", "itlb:walk", "itlb:other", "OPS",
        "OPS:0x1", "OPS:0x2",
      ])
    #expect(table.events[0].brief == "Clock cycles: all")
    // The smallest count is no usual one.
    #expect(table.events.allSatisfy { $0.period == nil })
    #expect(table.events[0].constraints.programmable == nil)
    #expect(
      table.events[0].constraints.remark == "type:mandatory minimum:6000 counters:cpuid filter:0")
    #expect(table.events[2].constraints.programmable?.counters == [0, 3])
    #expect(table.events[3].baseName == "itlb")
    #expect(
      table.events.filter { $0.traits.contains(.defaultUnitMask) }.map(\.name)
        == ["CYCLES", "CYCLES:0x0", "itlb", "itlb:walk", "OPS"])
  }

  @Test(
    arguments: [
      ("x86-64/test", ["OPS", "OPS:0x1", "OPS:0x2"]), ("i386/test", ["OPS", "OPS:0x1", "OPS:0x2"]),
      ("arm/armv8-test", []), ("ppc64/power8", []),
    ])
  func `masks can be added up where the bits of a code are masks`(
    name: String, events: [String]
  ) throws {
    let table: EventTable = try Self.table(name)
    #expect(
      table.events.filter { $0.traits.contains(.combinableUnitMasks) }.map(\.name) == events)
  }

  @Test func `masks of one number are told apart by their names`() throws {
    let table: EventTable = try Self.table()
    let configs: [UInt64?] = table.events[2...5].map { $0.words?.config }
    #expect(configs == [0x1085, 0xA80_1085, 0x1085, 0x24_2085])
    #expect(table.events[3].terms == "event=0x85,umask=0x10,inv=1,cmask=0xa")
    #expect(table.events[3].otherNames == [])
    #expect(table.events[5].otherNames == ["itlb:0x20"])
    #expect(table.events[5].precision == .possible)
    // An event without a text has that of its mask.
    #expect(table.events[2].brief == "Walks")
  }

  @Test func `the upper bits of an event of AMD lie at 35 to 32`() throws {
    let table: EventTable = try Self.table()
    let configs: [UInt64?] = table.events[6...].map { $0.words?.config }
    #expect(configs == [0x1_0000_03C4, 0x1_0000_01C4, 0x1_0000_02C4])
    #expect(table.events[6].terms == "event=0x1c4,umask=0x3")
    #expect(table.events[7].otherNames == ["OPS:0x01"])
  }

  @Test(
    arguments: [
      ("arm/armv8-test", 0x1C4), ("i386/p4", nil), ("ppc64/power5", nil), ("ppc64/power8", 0x1C4),
      ("mips/24K", 0x1C4),
    ] as [(String, UInt64?)])
  func `other architectures have codes of their own`(name: String, config: UInt64?) throws {
    let table: EventTable = try Self.table(name)
    #expect(table.events.first { $0.name == "OPS" }?.words?.config == config)
  }

  @Test func `events include those of another kind of CPU, with their masks`() throws {
    let source: OProfileSource = Self.source([
      "i386/base/events": Self.events, "i386/base/unit_masks": Self.masks,
      "i386/top/events": "include:base\nevent:0xc0 um:zero minimum:1 name:INST : Instructions\n",
      "i386/top/unit_masks": "include:i386/base\n",
    ])
    let table: EventTable = try source.table(named: "i386/top")
    #expect(table.warnings == [])
    #expect(
      table.events.filter { $0.baseName == nil }.map(\.name) == ["CYCLES", "itlb", "OPS", "INST"])
    #expect(table.events.last?.provenance.location == "/op/i386/top/events")
    #expect(table.events.first?.provenance.location == "/op/i386/base/events")
  }

  @Test func `several sets of masks become one`() throws {
    let table: EventTable = try Self.table(
      events: "event:0x1 um:a,b minimum:1 name:E : Text",
      masks: """
        name:a type:bitmask default:0x1
        \t0x1 One
        name:b type:bitmask default:0x4
        \t0x4 Four
        """)
    #expect(table.events.map(\.name) == ["E", "E:0x1", "E:0x4"])
    #expect(table.events[0].words?.config == 0x501)
  }

  @Test func `instruction based sampling has no code of a counter`() throws {
    let table: EventTable = try Self.table(
      events: "event:0xf000 ext:ibs_fetch um:zero minimum:1 name:IBS : Text")
    #expect(table.warnings == [])
    #expect(table.events[0].words == nil)
    #expect(table.events[0].constraints.remark == "type:mandatory minimum:1 ext:ibs_fetch")
  }

  @Test(arguments: [
    ("event:0x1 um:zero minimum:1 : Text", "the field \"name\" is missing"),
    ("event:0x1 minimum:1 name:E : Text", "the field \"um\" is missing"),
    ("event:0x1 um:none minimum:1 name:E :", "refers to \"none\", which does not exist"),
    ("event:zz um:zero minimum:1 name:E :", "the field \"event\" holds \"zz\""),
    ("event:0x1ffffffff um:zero name:E :", "the field \"event\" holds"),
    ("event:0x1 um:zero minimum:1 name:E garbage : Text", "the field \"event\" holds \"garbage\""),
    ("event:0x1 um:zero minimum:99999999999999999999 name:E :", "the field \"minimum\" holds"),
    ("event:0x1 counters:0,64 um:zero name:E :", "the field \"counters\" holds \"0,64\""),
    ("event:0x1 um:zero,hits name:E :", "the field \"um\" holds \"zero,hits\""),
    ("include:../../etc", "the field \"include\" holds"),
    ("include:i386/none", "cannot be read"),
    ("anything", "the field \"event\" holds \"anything\""),
  ])
  func `lines that make no sense are told with their numbers`(line: String, part: String) throws {
    let table: EventTable = try Self.table(
      "i386/test", events: "# comment\n\n\(line)\n\(Self.events)")
    #expect(table.warnings.contains { "\($0)".contains(part) }, "\(table.warnings)")
    if !line.hasPrefix("include:i386") {
      #expect(table.warnings.first?.place == .line(3))
    }
    #expect(table.events.contains { $0.name == "OPS" })
  }

  @Test(arguments: [
    ("\t0x1 Before any head", "the head of unit masks"), ("name:x type:odd default:0x1", "odd"),
    ("name:x default:0x1", "type"), ("name:x type:bitmask default:missing", "missing"),
    ("name:x type:bitmask default:0xfffffffff", "default"),
    ("name:x type:bitmask default:0x1\n\t0x1 extra:odd name", "odd"),
    ("name:x type:bitmask default:0x1\n\t0x1 extra:edge", "name of the unit mask"),
    ("name:x type:bitmask default:0x1\n\tzz text", "zz"),
    ("name:x type:bitmask default:0x1 odd:2", "odd"),
  ])
  func `masks that make no sense are told`(text: String, part: String) throws {
    let table: EventTable = try Self.table(masks: text + "\n" + Self.masks)
    #expect(table.warnings.contains { "\($0)".contains(part) }, "\(table.warnings)")
    #expect(table.events.contains { $0.name == "OPS" })
  }

  @Test(arguments: [
    ("type:bitmask default:0x1", "name"), ("name:x default:0x1", "type"),
    ("name:x type:bitmask", "default"),
  ])
  func `what the head of masks lacks is told once`(text: String, field: String) throws {
    let table: EventTable = try Self.table(masks: text + "\n" + Self.masks)
    #expect(table.warnings.map(\.problem) == [.missingField(field)])
  }

  @Test(arguments: [
    ("event:0x3 um:x minimum:1 odd name:E :", "name:x type:bitmask default:0x1\n\t0x1 one"),
    ("event:0x3 um:x minimum:1 name:E :", "name:x type:odd default:0x1\n\t0x1 one"),
    ("event:0x3 um:x minimum:1 name:E :", "name:x default:0x1\n\t0x1 one"),
    ("event:0x3 um:x minimum:1 name:E :", "name:x type:bitmask default:0xz\n\t0x1 one"),
  ])
  func `an event outlives what its code does not need`(event: String, mask: String) throws {
    let table: EventTable = try Self.table(events: event, masks: mask)
    #expect(table.events.map(\.name) == ["E", "E:0x1"])
    #expect(table.events.last?.words?.config == 0x103)
    #expect(table.events.first?.words == (mask.contains("0xz") ? nil : table.events.last?.words))
    #expect(table.warnings.isEmpty == false)
  }

  @Test func `a table without unit masks has events only where none are needed`() throws {
    let source: OProfileSource = Self.source(["i386/bare/events": Self.events])
    let table: EventTable = try source.table(named: "i386/bare")
    #expect(table.events == [])
    #expect(table.warnings.count == 4)
  }

  @Test func `tables are folders of events in folders of architectures`() throws {
    let source: OProfileSource = Self.source([
      "i386/b/events": "", "i386/a/events": "", "i386/empty/unit_masks": "", "stl.pat": "",
      "arm/x/events": "",
    ])
    #expect(try source.tableNames() == ["arm/x", "i386/a", "i386/b"])
    for name in ["i386/none", "i386", "../op/i386/a", "i386/../i386", "", "i386/a\0"] {
      #expect(throws: EventSourceError(path: "/op", problem: .noTable(name))) {
        try source.table(named: name)
      }
    }
    #expect(throws: EventSourceError.self) { try OProfileSource(root: "/none").tableNames() }
  }
}
