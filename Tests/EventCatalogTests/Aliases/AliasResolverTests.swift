import Testing

@testable import EventCatalog

@Suite
struct `Names are joined` {
  @Test func `by codes, whatever the words are`() throws {
    // AMD's tools share codes, and hardly any names.
    let resolver = HandMade.resolver(
      "zen3",
      [
        HandMade.table("amdzen3", of: .kernelEvents, [("ex_ret_brn_misp", 0xc3)]),
        HandMade.table(
          "amd64_fam19h_zen3", of: .libpfm4,
          [("RETIRED_BRANCH_INSTRUCTIONS_MISPREDICTED", 0xc3)]),
        HandMade.table("zen3", of: .likwid, [("RETIRED_MISP_BRANCH_INSTR", 0xc3)]),
      ])
    let aliases = resolver.aliases(of: try #require(Concept.named("branch-misses")))
    #expect(aliases.words == EventWords(config: 0xc3))
    #expect(
      aliases.same == [
        "generic branch-misses", "generic branch-load-misses", "kernel-events ex_ret_brn_misp",
        "libpfm4 amd64_fam19h_zen3::RETIRED_BRANCH_INSTRUCTIONS_MISPREDICTED",
        "likwid RETIRED_MISP_BRANCH_INSTR",
      ])
  }

  @Test func `but not where equal words have other codes`() throws {
    let resolver = HandMade.resolver(
      "skylake",
      [
        HandMade.table("skylake", of: .kernelEvents, [("cpu_clk_unhalted.ref_tsc", 0x300)]),
        HandMade.table("i386/skylake", of: .oprofile, [("cpu_clk_unhalted:ref_tsc", 0x13c)]),
      ])
    let cycles = resolver.aliases(of: try #require(Concept.named("ref-cycles")))
    #expect(!cycles.same.contains("oprofile cpu_clk_unhalted:ref_tsc"))
    let answers = resolver.aliases(of: "CPU_CLK_UNHALTED.REF_TSC")
    #expect(answers.map(\.words?.config) == [0x300])
    let both = resolver.aliases(of: "CPU_CLK_UNHALTED_REF_TSC")
    #expect(both.map(\.words?.config) == [0x300, 0x13c])
    #expect(both[1].concepts.map(\.name) == ["bus-cycles"])
  }

  @Test func `on one microarchitecture and not on the next`() throws {
    // One name leads to different codes, and one code to different names.
    let concept = try #require(Concept.named("L1-dcache-load-misses"))
    let codes: [UInt64?] = ["skylake", "zen2", "neoverse-n1"].map {
      HandMade.resolver($0, []).aliases(of: concept).words?.config
    }
    #expect(codes == [0x151, 0xc860, 0x3])
    let taken = HandMade.resolver("zen3", [])
      .aliases(of: try #require(Concept.named("branch-taken")))
    let branches = HandMade.resolver("skylake", [])
      .aliases(of: try #require(Concept.named("branch-instructions")))
    #expect(taken.words == branches.words)
    #expect(!taken.same.contains("generic branch-instructions"))
  }

  @Test func `with many names for one code`() throws {
    let resolver = HandMade.resolver(
      "skylake",
      [
        HandMade.table(
          "skylake", of: .kernelEvents,
          [("cpu_clk_unhalted.thread", 0x3c), ("cpu_clk_unhalted.thread_p", 0x3c)])
      ])
    let aliases = try #require(resolver.aliases(of: "cpu_clk_unhalted.thread").first)
    #expect(aliases.concepts.map(\.name) == ["cpu-cycles"])
    #expect(
      aliases.same == [
        "generic cpu-cycles", "generic cycles", "kernel-events cpu_clk_unhalted.thread",
        "kernel-events cpu_clk_unhalted.thread_p",
      ])
  }

  @Test func `for the kind of core that is asked for`() throws {
    let table = EventTable(
      name: "alderlake",
      events: [
        HandMade.event(
          "br_inst_retired.near_call", 0x2c4, of: .kernelEvents, unit: PMUUnit("cpu_core")),
        HandMade.event(
          "br_inst_retired.near_call", 0xf9c4, of: .kernelEvents, unit: PMUUnit("cpu_atom")),
      ])
    let concept = try #require(Concept.named("branch-call"))
    #expect(
      HandMade.resolver("alderlake-p", [table]).aliases(of: concept).words?.config == 0x2c4)
    #expect(
      HandMade.resolver("alderlake-e", [table]).aliases(of: concept).words?.config == 0xf9c4)
  }

  @Test func `with marks instead of notes`() throws {
    var fixed = HandMade.event("INSTR_RETIRED_ANY", 0xc0, of: .likwid)
    fixed.constraints.fixed = CounterSet(counter: 0)
    var old = HandMade.event("inst_retired.any_old", 0xc0, of: .kernelEvents)
    old.traits = .deprecated
    var plain = HandMade.event("inst_retired", 0xc0, of: .oprofile)
    plain.traits = .defaultUnitMask
    let resolver = HandMade.resolver(
      "skylake", [EventTable(name: "", events: [fixed, old, plain])])
    let names = resolver.aliases(of: try #require(Concept.named("instructions"))).names
    let marks = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0) })
    #expect(marks["INSTR_RETIRED_ANY"]?.marks == .fixedCounter)
    #expect(marks["INSTR_RETIRED_ANY"]?.fixedCounter == 0)
    #expect(marks["inst_retired.any_old"]?.marks == .deprecated)
    #expect(marks["inst_retired"]?.marks == .defaultUnitMask)
  }

  @Test func `of the kernel's own events and of energy as well`() throws {
    let resolver = HandMade.resolver(
      "skylake",
      [
        HandMade.table(
          "perf", of: .libpfm4, unit: PMUUnit("software"), [("PERF_COUNT_SW_PAGE_FAULTS", 2)]),
        HandMade.table("rapl", of: .libpfm4, unit: PMUUnit("power"), [("RAPL_ENERGY_PKG", 2)]),
      ])
    #expect(
      resolver.aliases(of: try #require(Concept.named("page-faults"))).same == [
        "generic page-faults", "generic faults", "libpfm4 perf::PERF_COUNT_SW_PAGE_FAULTS",
      ])
    #expect(
      resolver.aliases(of: try #require(Concept.named("energy-pkg"))).same == [
        "generic power/energy-pkg/", "libpfm4 rapl::RAPL_ENERGY_PKG",
      ])
  }

  @Test func `of raw codes and of names with a PMU`() {
    let resolver = HandMade.resolver(
      "skylake", [HandMade.table("skl", of: .libpfm4, [("L1D:REPLACEMENT", 0x151)])])
    let spellings: [String] = [
      "skl::L1D:REPLACEMENT", "l1d.replacement", "cpu/l1d.replacement/", "r151", "0x151",
      "cpu/event=0x51,umask=1/", "L1-dcache-load-misses", "L1D_REPLACEMENT",
    ]
    for spelling in spellings {
      #expect(resolver.aliases(of: spelling).map(\.words?.config) == [0x151], "\(spelling)")
    }
    #expect(resolver.aliases(of: "no_such_event") == [])
    for text in ["", "::", "a::", "/", "a/", "power/", "//", "\u{600}12/x/", "skl::", "r"] {
      #expect(resolver.aliases(of: text) == [], "\(text)")
    }
  }
}
