import Testing

@testable import EventCatalog

@Suite
struct `The names of a raw code` {
  static let skylake: ReverseLookup = {
    var old = HandMade.event("old.name", 0x151, of: .kernelEvents)
    old.traits = .deprecated
    var fixed = HandMade.event("cpu_clk_unhalted.thread", 0x3c, of: .kernelEvents)
    fixed.constraints.fixed = CounterSet(counter: 1)
    let table = EventTable(
      name: "skylake",
      events: [
        old, HandMade.event("l1d.replacement", 0x151, of: .kernelEvents),
        HandMade.event("L1D.REPLACEMENT", 0x151, of: .perfmon), fixed,
        HandMade.event("cpu_clk_unhalted.thread_p", 0x3c, of: .kernelEvents),
        HandMade.event("uops_issued.any", 0x10e, of: .kernelEvents),
        HandMade.event("uops_issued.stall_cycles", 0x180010e, of: .kernelEvents),
        HandMade.event("offcore_response.x", 0x1b7, 0x10001, of: .kernelEvents),
        HandMade.event("unc_cbo.lookup", 0x4f34, of: .kernelEvents, unit: PMUUnit("uncore_cbox")),
        // The same number as a modified event of the cores.
        HandMade.event(
          "unc_cbo.other", 0x4000151, of: .kernelEvents, unit: PMUUnit("uncore_cbox")),
      ])
    return ReverseLookup(HandMade.resolver("skylake", [table]))
  }()

  private func names(_ code: String) throws -> [String] {
    let code = try #require(RawCode(code, layout: .intel))
    return Self.skylake.names(of: code).map {
      $0.leftover.isEmpty ? $0.name : "\($0.name) + \($0.leftover)"
    }
  }

  @Test func `are ranked, current before deprecated and general before fixed`() throws {
    #expect(
      try names("r151") == [
        "l1d.replacement", "L1D.REPLACEMENT", "L1-dcache-load-misses", "old.name",
      ])
    #expect(
      try names("0x3c") == [
        "cpu_clk_unhalted.thread_p", "cpu-cycles", "cycles", "cpu_clk_unhalted.thread",
      ])
  }

  @Test(arguments: [
    ("r0151", "l1d.replacement"), ("R151", "l1d.replacement"), ("r0x151:u", "l1d.replacement"),
    ("cpu/event=0x51,umask=0x1/", "l1d.replacement"), ("cpu/r151/u", "l1d.replacement"),
    ("event=0x51,umask=1,period=2000003", "l1d.replacement"),
    ("cpu/config=0x1b7,config1=0x10001/", "offcore_response.x"),
    ("cpu/event=0xb7,umask=1,offcore_rsp=0x10001/", "offcore_response.x"),
    ("uncore_cbox_2/event=0x34,umask=0x4f/", "unc_cbo.lookup"), ("0x4f34", "unc_cbo.lookup"),
    ("cpu/event=0xe,umask=1,inv,cmask=1/", "uops_issued.stall_cycles"),
  ])
  func `are found in every form of a code`(code: String, name: String) throws {
    #expect(try names(code).first == name)
  }

  @Test func `leave over the modifiers that no name has`() throws {
    #expect(try names("r4000151").first == "l1d.replacement + cmask=4")
    #expect(
      try names("r184010e") == [
        "uops_issued.stall_cycles + edge", "uops_issued.any + edge,inv,cmask=1",
        "topdown-slots-issued + edge,inv,cmask=1",
      ])
  }

  @Test(arguments: ["r1", "r2", "r4f34", "R0x4f34:u"])
  func `are those of the cores alone behind an r, as in perf`(code: String) throws {
    #expect(try names(code) == [])
    let digits: Substring = code.lowercased().prefix { $0 != ":" }.drop { $0 == "r" }
    let number: String = digits.hasPrefix("0x") ? String(digits) : "0x\(digits)"
    #expect(try !names(number).isEmpty)
  }

  @Test(arguments: ["neoverse-n1", "alderlake-p", "alderlake-e", "zen3", "power9"])
  func `behind an r are of every vendor's cores`(design: String) throws {
    let table = HandMade.table("own", of: .kernelEvents, [("made.one", 0x1), ("made.two", 0x2)])
    let resolver: AliasResolver = HandMade.resolver(design, [table])
    let cores: Microarchitecture = resolver.microarchitecture
    for (text, name) in [("r1", "made.one"), ("r2", "made.two")] {
      let code = try #require(RawCode(text, on: cores))
      let found: [ReverseMatch] = ReverseLookup(resolver).names(of: code)
      #expect(found.contains { $0.name == name })
      #expect(found.allSatisfy { $0.unit.isCore })
    }
  }

  @Test(arguments: [
    ("r1a8", "event=0xa8,umask=0x1"), ("r0", "event=0x0"),
    ("r18401a8", "event=0xa8,umask=0x1,edge,inv,cmask=0x1"),
    ("cpu/config=0x1b7,config1=0x5/", "event=0xb7,umask=0x1,offcore_rsp=0x5"),
    ("cpu/config=0x1cd,config1=0x5/", "event=0xcd,umask=0x1,ldlat=0x5"),
    ("cpu/config=0x1c6,config1=0x5/", "event=0xc6,umask=0x1,frontend=0x5"),
    ("cpu/config=0xa8,config1=0x5/", "event=0xa8,config1=0x5"),
    ("r8000000000000001", "config=0x8000000000000001"), ("r10a8", "event=0xa8,umask=0x10"),
  ])
  func `are terms where there is none`(code: String, terms: String) throws {
    let code = try #require(RawCode(code, layout: .intel))
    #expect(Self.skylake.terms(of: code) == terms)
    #expect(RawCode(terms, layout: .intel)?.words == code.words)
  }

  @Test(
    arguments: [
      (.amd, "r1000000a0", "event=0x1a0"), (.arm, "r11", "event=0x11"),
      (.amd, "r40076", "event=0x76,edge"), (.power, "r100f0", "event=0x100f0"),
      (.arm, "r40011", "config=0x40011"),
    ] as [(CoreLayout, String, String)])
  func `are terms of the machine's own layout`(
    layout: CoreLayout, code: String, terms: String
  ) throws {
    let code = try #require(RawCode(code, layout: layout))
    #expect(CodeLayout(layout, unit: .core).terms(of: code.words) == terms)
    #expect(RawCode(terms, layout: layout)?.words == code.words)
  }

  @Test(arguments: [
    ("r151", true), ("cpu/event=0x51,umask=0x1/", true), ("cpu_core/event=0x51,umask=0x1/", true),
    ("cpu_atom/event=0x51,umask=0x1/", false), ("cpu_lowpower/event=0x51,umask=0x1/", false),
  ])
  func `are not those of the other kind of core`(code: String, isNamed: Bool) throws {
    let table = EventTable(
      name: "ADL/Core", events: [HandMade.event("L1D.REPLACEMENT", 0x151, of: .perfmon)])
    let lookup = ReverseLookup(HandMade.resolver("alderlake-p", [table]))
    let code = try #require(RawCode(code, layout: .intel))
    #expect(lookup.names(of: code).contains { $0.name == "L1D.REPLACEMENT" } == isNamed)
  }

  @Test(arguments: [
    "", "r", "rg", "r12345678901234567", "0x", "1a8", "cpu/", "cpu//", "/", "cpu/event/x/",
    "cpu/nonsense=1/", "::", "a::", "\u{600}12/event/", "\u{600}12/", "cpu/umask=0x10000/",
    "l1d.replacement", "event=", "=", "r1/2", "event=0xd1, umask=0x20", "r151 r3c", " ",
    String(repeating: "/", count: 5000),
  ])
  func `are not looked for in what is no code`(text: String) {
    #expect(RawCode(text, layout: .intel) == nil)
  }
}
