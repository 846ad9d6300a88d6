import Testing

@testable import EventCatalog

@Suite("Layouts of terms")
struct TermLayoutTests {
  private let layout = TermLayout(
    [
      "event": "config:0-7,32-35", "umask": "config:8-15,40-47", "inv": "config:23",
      "ldlat": "config1:0-15", "mask": "config2:0-63",
    ].compactMapValues(TermFormat.init))

  @Test(arguments: [
    ("event=0x1c2", EventWords(config: 0x1_0000_00c2)),
    ("umask=0x102", EventWords(config: 0x100_0000_0200)),
    ("event=1,inv,period=7", EventWords(config: 0x80_0001)), ("", EventWords(config: 0)),
    ("ldlat=128,config=0x5", EventWords(config: 5, config1: 128)),
    ("mask=18446744073709551615", EventWords(config: 0, config2: .max)),
    ("config3=1,config4=0x2", EventWords(config: 0, config3: 1, config4: 2)),
  ])
  func `terms that have places`(terms: String, words: EventWords) throws {
    #expect(try layout.packed(terms) == words)
  }

  @Test(
    arguments: [
      ("event=1,other=2", .unknownTerm("other")), ("even=1", .unknownTerm("even")),
      ("event", .missingValue(term: "event", width: 12)),
      ("ldlat=None", .noNumber(term: "ldlat", value: "None")),
      ("event=", .noNumber(term: "event", value: "")),
      ("inv=2", .valueTooLarge(term: "inv", value: 2, width: 1)),
      ("event=0x1000", .valueTooLarge(term: "event", value: 0x1000, width: 12)),
      ("legacy-hardware-config=0", .unknownTerm("legacy-hardware-config")),
      ("event=1=2", .noNumber(term: "event", value: "1=2")),
    ] as [(String, TermPackingError)])
  func `terms that have none are never dropped`(terms: String, error: TermPackingError) {
    #expect(throws: error) { try layout.packed(terms) }
  }

  @Test(arguments: [
    ("x86", "skylake", "cpu", "umask", "config:8-15,40-47"),
    ("x86", "skylake", "uncore_cbox", "cmask", "config:24-28"),
    ("x86", "skylakex", "uncore_iio", "fc_mask", "config:44-46"),
    ("x86", "icelakex", "uncore_iio", "fc_mask", "config:48-50"),
    ("x86", "jaketown", "uncore_qpi", "event", "config:0-7,21"),
    ("x86", "haswellx", "uncore_cbox", "filter_opc", "config1:52-60"),
    ("x86", "sapphirerapids", "uncore_cha", "umask", "config:8-15,32-63"),
    ("x86", "amdzen3", "amd_l3", "threadmask", "config:56-57"),
    ("x86", "amdzen2", "amd_l3", "threadmask", "config:56-63"),
    ("x86", "amdzen4", "amd_df", "umask", "config:8-15,24-27"),
    ("arm64", "arm/neoverse-n1", "default_core", "event", "config:0-15"),
    ("arm64", "x", "arm_cmn", "eventid", "config:16-26"),
    ("s390", "cf_z16", "cpum_cf", "event", "config:0-63"),
    ("powerpc", "power9", "default_core", "event", "config:0-59"),
    ("riscv", "sifive/u74", "default_core", "firmware", "config:63"),
  ])
  func `formats that are known`(
    architecture: String, table: String, unit: String, term: String, format: String
  ) throws {
    let family: MachineFamily = try #require(
      MachineFamily(architecture: architecture, table: table))
    let layout: TermLayout = try #require(BuiltInLayouts(family: family).layout(of: PMUUnit(unit)))
    let mask: TermFormat = try #require(TermFormat(format))
    #expect(layout.terms.contains(term))
    var words = EventWords(config: 0)
    words[mask.word] = mask.mask
    let largest: UInt64 = mask.width == 64 ? .max : (1 << UInt64(mask.width)) - 1
    #expect(try layout.packed("\(term)=\(largest)") == words)
  }

  @Test func `machines and PMUs that are not known`() {
    #expect(MachineFamily(architecture: "nds32", table: "n13") == nil)
    #expect(BuiltInLayouts(family: .intelClient).layout(of: PMUUnit("other")) == nil)
  }

  @Test(
    arguments: [
      (.x86(vendor: "CentaurHauls", family: 7, model: 0x1b, stepping: 0), .zhaoxin),
      (.x86(vendor: "  Shanghai  ", family: 7, model: 0x5b, stepping: 0), .zhaoxin),
      (.x86(vendor: "AuthenticAMD", family: 25, model: 1, stepping: 1), .amdZen4),
      (.x86(vendor: "HygonGenuine", family: 24, model: 0, stepping: 1), .amdZen4),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3), .intelBeforeLunarLake),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0xbd, stepping: 1), .intelClient),
      (.x86(vendor: "Unheard of", family: 6, model: 1, stepping: 0), nil),
    ] as [(CPUIdentifier, MachineFamily?)])
  func `cores of every vendor`(cpu: CPUIdentifier, family: MachineFamily?) {
    #expect(MachineFamily(coresOf: cpu) == family)
  }

  @Test func `Zhaoxin's cores are laid out like the architectural ones of Intel`() throws {
    let layout: TermLayout = try #require(BuiltInLayouts(family: .zhaoxin).layout(of: .core))
    #expect(
      try layout.packed("event=0x2e,umask=0x41,edge,inv,cmask=3")
        == EventWords(config: 0x384_412e))
    #expect(throws: TermPackingError.self) { try layout.packed("event=0x12e") }
    #expect(throws: TermPackingError.self) { try layout.packed("any") }
  }
}
