import Testing

@testable import EventCatalog

@Suite
struct `Names that are not quite the same event` {
  @Test func `are shown with the difference and not joined`() throws {
    // What the kernel counts for the name is a request to the second level here.
    let resolver = HandMade.resolver(
      "sapphirerapids",
      [
        HandMade.table(
          "sapphirerapids", of: .kernelEvents,
          [("l1d.replacement", 0x151), ("l2_rqsts.all_demand_references", 0xe124)])
      ])
    let aliases = resolver.aliases(of: try #require(Concept.named("L1-dcache-load-misses")))
    #expect(aliases.same == ["kernel-events l1d.replacement"])
    #expect(
      aliases.difference(of: "L1-dcache-load-misses")
        == "Counts l2_rqsts.all_demand_references (0xe124) instead of l1d.replacement (0x151).")
  }

  @Test func `tell conditional branches from all`() throws {
    let resolver = HandMade.resolver(
      "skylake",
      [
        HandMade.table("skl", of: .libpfm4, [("BR_MISP_RETIRED:CONDITIONAL", 0x1c5)]),
        HandMade.preset("PAPI_BR_MSP", ["BR_MISP_RETIRED:CONDITIONAL"]),
      ])
    let misses = resolver.aliases(of: try #require(Concept.named("branch-misses")))
    #expect(!misses.same.contains("papi PAPI_BR_MSP"))
    #expect(misses.difference(of: "PAPI_BR_MSP")?.contains("BR_MISP_RETIRED:CONDITIONAL") == true)
    let conditional = resolver.aliases(of: "PAPI_BR_MSP")
    #expect(conditional.map(\.words?.config) == [0x1c5])
  }

  @Test func `tell what is counted per cycle`() throws {
    let resolver = HandMade.resolver(
      "ivybridge",
      [
        HandMade.table(
          "ivybridge", of: .kernelEvents,
          [("uops_issued.any", 0x10e), ("uops_issued.stall_cycles", 0x180010e)])
      ])
    let issued = resolver.aliases(of: try #require(Concept.named("uops-issued")))
    #expect(
      issued.difference(of: "uops_issued.stall_cycles")
        == "Counts cycles without an occurrence of the same event, not every occurrence.")
    let stalls = resolver.aliases(of: try #require(Concept.named("stalled-cycles-frontend")))
    #expect(
      stalls.same == [
        "generic stalled-cycles-frontend", "generic idle-cycles-frontend",
        "kernel-events uops_issued.stall_cycles",
      ])
  }

  @Test func `tell another value of the register beside the counter`() throws {
    let table = EventTable(
      name: "skl",
      events: [
        HandMade.event("mem_trans_retired.load_latency_gt_4", 0x1cd, 4, of: .kernelEvents)
      ])
    let aliases = HandMade.resolver("skylake", [table])
      .aliases(of: try #require(Concept.named("load-latency")))
    #expect(aliases.words == EventWords(config: 0x1cd, config1: 3))
    #expect(aliases.same == ["generic mem-loads"])
    #expect(
      aliases.difference(of: "mem_trans_retired.load_latency_gt_4")
        == "Counts the same event with 0x4 instead of 0x3 in the register beside the counter.")
  }

  @Test func `tell that a name means another event in another source`() throws {
    let resolver = HandMade.resolver(
      "haswell",
      [
        HandMade.table("haswell", of: .kernelEvents, [("l2_rqsts.rfo_miss", 0x2224)]),
        HandMade.table("i386/haswell", of: .oprofile, [("l2_rqsts:rfo_miss", 0x2024)]),
      ])
    let aliases = resolver.aliases(of: try #require(Concept.named("L2-rfo-miss")))
    #expect(aliases.words?.config == 0x2224)
    #expect(
      aliases.difference(of: "l2_rqsts:rfo_miss")?.hasPrefix("Bears the same name, but") == true)
  }

  @Test(arguments: [
    ("skylake", "cache-misses", "L2-misses"), ("neoverse-n1", "cache-misses", "L2-misses"),
    ("neoverse-n1", "branch-loads", "branch-instructions"),
  ])
  func `are not what their words suggest`(cores: String, generic: String, concept: String) throws {
    let resolver = HandMade.resolver(
      cores, [HandMade.table("x", of: .kernelEvents, [("l2_rqsts.miss", 0x3f24)])])
    let aliases = resolver.aliases(of: try #require(Concept.named(concept)))
    #expect(!aliases.same.contains("generic \(generic)"))
    #expect(aliases.words != nil)
  }

  @Test func `are one on cores where the last level is the second`() throws {
    let aliases = HandMade.resolver("zen3", [])
      .aliases(of: try #require(Concept.named("L2-misses")))
    #expect(aliases.same == ["generic cache-misses"])
  }
}

@Suite
struct `Presets of PAPI` {
  @Test func `that are one event are joined by its code`() throws {
    let resolver = HandMade.resolver(
      "skylake",
      [
        HandMade.table(
          "skl", of: .libpfm4,
          [("L2_RQSTS:CODE_RD_MISS", 0x2424), ("X:A", 0x110), ("X:B", 0x210)]),
        HandMade.preset("PAPI_L2_ICM", ["L2_RQSTS:CODE_RD_MISS"]),
        HandMade.preset("PAPI_L3_TCA", ["ix86arch::LLC_REFERENCES"]),
        HandMade.preset("PAPI_AB", ["X:A:B:c=2:i=1"]),
        HandMade.preset("PAPI_UNKNOWN", ["NO_SUCH:EVENT"]),
      ])
    #expect(
      resolver.aliases(of: "PAPI_L2_ICM").first?.same
        == ["libpfm4 skl::L2_RQSTS:CODE_RD_MISS", "papi PAPI_L2_ICM"])
    #expect(resolver.aliases(of: "papi_l3_tca").first?.words?.config == 0x4f2e)
    #expect(resolver.aliases(of: "PAPI_AB").first?.words?.config == 0x2800310)
    let unknown = resolver.aliases(of: "PAPI_UNKNOWN")
    #expect(unknown.map(\.names).joined().map(\.relation) == [.nameOnly])
    #expect(unknown.first?.words == nil)
  }

  @Test(arguments: [
    ("N0|N1|-|", "A:B - C:D"), ("N0|N1|+|2|*|", "(A:B + C:D) * 2"),
    ("N0|N1|2|*|-|", "A:B - C:D * 2"), ("N0|N1|2|-|-|", "A:B - (C:D - 2)"),
    ("N0|N1|", "N0|N1|"), ("+|", "+|"), ("", ""),
  ])
  func `that are computed show their formula`(formula: String, text: String) throws {
    let resolver = HandMade.resolver(
      "skylake", [HandMade.preset("PAPI_L2_TCA", ["A:B", "C:D"], formula: formula)])
    let relation: AliasRelation = .derived(formula: text, operands: ["A:B", "C:D"])
    let aliases = resolver.aliases(of: try #require(Concept.named("L2-references")))
    #expect(aliases.names.filter { $0.name == "PAPI_L2_TCA" }.map(\.relation) == [relation])
    let asked = try #require(resolver.aliases(of: "PAPI_L2_TCA").first)
    #expect(asked.words == nil && asked.names.map(\.relation) == [relation])
    #expect(asked.concepts.map(\.name) == ["L2-references"])
  }
}

@Suite
struct `Names with thresholds and suffixes` {
  private let resolver: AliasResolver = HandMade.resolver(
    "skylake",
    [
      EventTable(
        name: "skylake",
        events: [
          HandMade.event("mem_trans_retired.load_latency_gt_4", 0x1cd, 4, of: .kernelEvents),
          HandMade.event("frontend_retired.latency_ge_8", 0x1c6, 0x400806, of: .kernelEvents),
          HandMade.event(
            "frontend_retired.latency_ge_2_bubbles_ge_1", 0x1c6, 0x100206, of: .kernelEvents),
          HandMade.event("mem_load_retired.l1_hit", 0x1d1, of: .kernelEvents),
          HandMade.event("made.load_latency_gt_16", 0x99, 16, of: .kernelEvents),
        ]),
      EventTable(
        name: "skl",
        events: [
          HandMade.event("MEM_TRANS_RETIRED:LOAD_LATENCY", 0x1cd, 3, of: .libpfm4, at: "skl"),
          HandMade.event(
            "FRONTEND_RETIRED:IDQ_4_BUBBLES", 0x1c6, 0x400106, of: .libpfm4, at: "skl"),
          HandMade.event("FRONTEND_RETIRED:IDQ_1_BUBBLE", 0x1c6, 0x100106, of: .libpfm4, at: "skl"),
          HandMade.event("MADE:LOAD_LATENCY", nil, of: .libpfm4, at: "skl"),
        ]),
    ])

  @Test(arguments: [
    ("mem_trans_retired.load_latency_gt_4", "skl::MEM_TRANS_RETIRED:LOAD_LATENCY:ldlat=4"),
    ("frontend_retired.latency_ge_8", "skl::FRONTEND_RETIRED:IDQ_4_BUBBLES:fe_thres=8"),
    (
      "frontend_retired.latency_ge_2_bubbles_ge_1",
      "skl::FRONTEND_RETIRED:IDQ_1_BUBBLE:fe_thres=2"
    ),
  ])
  func `are joined both ways`(vendor: String, libpfm: String) throws {
    let asked: EventAliases = try #require(resolver.aliases(of: vendor).first)
    #expect(asked.same == ["kernel-events \(vendor)", "libpfm4 \(libpfm)"])
    for name in [libpfm, libpfm.lowercased(), String(libpfm.dropFirst(5))] {
      let back: [EventAliases] = resolver.aliases(of: name)
      #expect(back.map(\.words) == [asked.words])
      #expect(back.first?.same == asked.same)
    }
  }

  @Test func `that no vendor's file has are encoded as libpfm4 does it`() throws {
    let found = resolver.aliases(of: "skl::MEM_TRANS_RETIRED:LOAD_LATENCY:ldlat=100")
    #expect(found.map(\.words) == [EventWords(config: 0x1cd, config1: 100)])
    #expect(resolver.aliases(of: "MEM_TRANS_RETIRED:LOAD_LATENCY:odd=1").isEmpty)
  }

  @Test(arguments: [
    "FRONTEND_RETIRED:IDQ_4_BUBBLES:IDQ_1_BUBBLE",
    "skl::frontend_retired:idq_4_bubbles:idq_1_bubble",
    "FRONTEND_RETIRED:IDQ_4_BUBBLES:IDQ_1_BUBBLE:c=1",
  ])
  func `have no code with several unit masks, which only the library can judge`(name: String) {
    #expect(resolver.aliases(of: name).isEmpty)
  }

  @Test func `say so where only names are known`() throws {
    let asked: EventAliases = try #require(resolver.aliases(of: "made.load_latency_gt_16").first)
    let names: [EventAlias] = asked.names.filter { $0.source == .libpfm4 }
    #expect(names.map(\.name) == ["skl::MADE:LOAD_LATENCY:ldlat=16"])
    #expect(names.map(\.relation) == [.nameOnly])
  }

  @Test(arguments: ["MEM_LOAD_RETIRED.L1_HIT_PS", "mem_load_retired.l1_hit_ps"])
  func `for precise samples mean the event itself`(name: String) {
    #expect(resolver.aliases(of: name).map { $0.words?.config } == [0x1d1])
    #expect(resolver.aliases(of: name + "_PS").isEmpty)
    #expect(resolver.aliases(of: "_ps").isEmpty)
  }

  @Test(arguments: [
    "frontend_retired.latency_ge_", "latency_ge_8", "frontend_retired.latency_ge_8_bubbles_ge_5",
    "_gt_4", "x.load_latency_gt_99999999999999999999999", "8",
    "x.latency_ge_8_bubbles_ge_0", String(repeating: "_ps", count: 100_000),
    String(repeating: "a:", count: 200_000),
  ])
  func `that only look alike mean nothing`(name: String) {
    #expect(resolver.aliases(of: name).isEmpty)
  }
}

@Suite
struct `Energy` {
  @Test(
    arguments: [
      ("skylake", 5), ("jaketown", 5), ("alderlake-e", 5), ("silvermont", 5), ("zen1", 1),
      ("zen5", 1), ("nehalemep", 0), ("bonnell", 0), ("family15h", 0), ("k8", 0),
      ("neoverse-n1", 0), ("cortex-a57", 0), ("power9", 0), ("z15", 0), ("sifive-u74", 0),
    ] as [(String, Int)])
  func `is metered only where the machine can have meters`(cores: String, count: Int) {
    let resolver: AliasResolver = HandMade.resolver(cores, [])
    #expect(resolver.microarchitecture.name == cores)
    let known: [EventAliases] = resolver.aliasesOfAllConcepts().filter {
      $0.concepts.contains { $0.category == .energy }
    }
    #expect(known.count == count)
    #expect(resolver.aliases(of: "power/energy-pkg/").isEmpty == (count == 0))
    #expect(resolver.aliases(of: "energy-pkg").isEmpty == (count == 0))
    // The kernel's own events are everywhere.
    #expect(!resolver.aliases(of: "page-faults").isEmpty)
  }
}
