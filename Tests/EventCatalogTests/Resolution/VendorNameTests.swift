import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Names of vendors' event files")
struct VendorNameTests {
  static func definition(
    _ name: String, _ unit: PMUUnit = .core, terms: String, words: EventWords? = nil
  ) -> EventDefinition {
    EventDefinition(
      name: name, unit: unit, terms: terms, words: words,
      provenance: EventProvenance(source: .perfmon, location: "made"))
  }

  static let source: MadeSource = {
    var replacement = definition(
      "L1D.REPLACEMENT", terms: "event=0x51,period=2000003,umask=0x1",
      words: EventWords(config: 0x151))
    replacement.period = 2_000_003
    var reads = definition(
      "UNC_M_CAS_COUNT.RD", PMUUnit("uncore_imc"), terms: "event=0x4,umask=0x3",
      words: EventWords(config: 0x304))
    reads.scale = 6.4e-05
    reads.countUnit = "MiB"
    return MadeSource(
      kind: .perfmon,
      made: EventTable(
        name: "SKX",
        events: [
          replacement, reads,
          definition(
            "MEM_TRANS_RETIRED.LOAD_LATENCY_GT_4", terms: "event=0xcd,umask=0x1,ldlat=0x4",
            words: EventWords(config: 0x1cd, config1: 4)),
          definition("BROAD", terms: "event=0x1,umask=0x10020"),
          definition("UNC_WIDE", PMUUnit("uncore_imc"), terms: "event=0x4,umask=0x120"),
          definition("FANCY", terms: "event=0x1,fancy=1"),
          definition("UNC_NONE.X", PMUUnit("uncore_none"), terms: "event=0x1"),
          definition("BOTH", PMUUnit("cpu_core"), terms: "event=0x10"),
          definition("BOTH", PMUUnit("cpu_atom"), terms: "event=0x20"),
          definition("WORDS", terms: "", words: EventWords(config: 0x77, config1: 8)),
          definition("NOTHING", terms: ""),
          definition("INST_RETIRED.ANY", terms: "event=0xc0,period=2000003"),
          definition("GENERIC", terms: "legacy-hardware-config=1"),
        ]))
  }()

  private func catalog(_ kernel: any Kernel = Machine.intel()) -> EventCatalog {
    EventCatalog(kernel: kernel, cpus: [.skylake], sources: [Self.source])
  }

  private func only(_ text: String, for purpose: EventPurpose = .counting) throws -> Event {
    let events: [Event] = try catalog().resolve(text, for: purpose).flatMap(\.events)
    return try #require(events.count == 1 ? events.first : nil)
  }

  private func problem(_ text: String, _ catalog: EventCatalog? = nil) -> EventNameProblem? {
    do {
      _ = try (catalog ?? self.catalog()).resolve(text)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(arguments: ["l1d.replacement", "L1D.REPLACEMENT", "L1D.Replacement:u"])
  func `in letters of either case, with modifiers`(text: String) throws {
    let event: Event = try only(text)
    #expect(event.attributes.type == .raw)
    #expect(event.attributes.config == 0x151)
    #expect(event.attributes.samplePeriod == 0)
    #expect(event.name == text)
    #expect(event.attributes.flags.contains(.excludeKernel) == text.hasSuffix("u"))
  }

  @Test func `the usual period is for samples alone, and gives way to another`() throws {
    #expect(try only("l1d.replacement", for: .sampling).attributes.samplePeriod == 2_000_003)
    #expect(try only("l1d.replacement/period=5/", for: .sampling).attributes.samplePeriod == 5)
  }

  @Test func `among the terms of their PMU`() throws {
    let event: Event = try only("cpu/l1d.replacement,cmask=2,edge/u")
    #expect(event.attributes.config == 0x204_0151)
    #expect(event.pmu == "cpu")
    #expect(try only("l1d.replacement/inv/").attributes.config == 0x80_0151)
    #expect(try only("mem_trans_retired.load_latency_gt_4").attributes.config1 == 4)
  }

  @Test func `on every instance of a PMU, on the CPUs that it wants`() throws {
    let events: [Event] = try catalog().resolve("unc_m_cas_count.rd").flatMap(\.events)
    #expect(events.map(\.pmu) == ["uncore_imc_0", "uncore_imc_1"])
    #expect(events.map(\.attributes.type.rawValue) == [13, 14])
    #expect(events.allSatisfy { $0.attributes.config == 0x304 && $0.cpus == [0, 18] })
    #expect(events.allSatisfy { $0.unit == "MiB" && $0.scale == 6.4e-05 })
    let one: [Event] = try catalog().resolve("uncore_imc_1/unc_m_cas_count.rd/").flatMap(\.events)
    #expect(one.map(\.pmu) == ["uncore_imc_1"])
  }

  @Test func `on each kind of cores by its own encoding`() throws {
    let events: [Event] = try catalog(Machine.hybrid()).resolve("both").flatMap(\.events)
    #expect(events.map(\.pmu) == ["cpu_core", "cpu_atom"])
    #expect(events.map(\.attributes.config) == [0x10, 0x20])
    #expect(events.map(\.attributes.type.rawValue) == [4, 10])
    let common: [Event] = try catalog(Machine.hybrid()).resolve("l1d.replacement")
      .flatMap(\.events)
    #expect(common.map(\.pmu) == ["cpu_atom", "cpu_core"])
    let generic: [Event] = try catalog(Machine.hybrid()).resolve("generic").flatMap(\.events)
    #expect(generic.map(\.attributes.config).sorted() == [0x4_0000_0001, 0xa_0000_0001])
    #expect(generic.allSatisfy { $0.attributes.type == .hardware })
  }

  @Test func `words where a source has no terms`() throws {
    let event: Event = try only("words")
    #expect(event.attributes.config == 0x77)
    #expect(event.attributes.config1 == 8)
    #expect(problem("nothing") == .notEncoded("NOTHING"))
  }

  @Test func `a term that the PMU lacks is told, never dropped`() {
    guard case .unknownTerm("fancy", "cpu", let available)? = problem("fancy") else {
      Issue.record("\(String(describing: problem("fancy")))")
      return
    }
    #expect(available.contains("umask"))
    #expect(
      problem("cpu/event=1,eq/")
        == .needsKernel(term: "eq", pmu: "cpu", version: "6.11"))
  }

  @Test func `a value that is too wide for the kernel is told, never cut`() throws {
    let broad = EventNameProblem.valueTooLarge(
      term: "umask", pmu: "cpu", value: 0x10020, width: 16)
    #expect(problem("broad") == broad)
    #expect(problem("cpu/broad/") == broad)
    #expect(
      problem("unc_wide")
        == .valueTooLarge(term: "umask", pmu: "uncore_imc_0", value: 0x120, width: 8))
    // The kernel's own names are cut as in perf.
    let own: EventCatalog = EventCatalog(kernel: Machine.intel())
    #expect(try own.resolve("cpu/wide/")[0].events[0].attributes.config == 0x4_00ff)
  }

  @Test func `a PMU that the machine lacks is told`() {
    guard case .unknownPMU("uncore_none", _)? = problem("unc_none.x") else {
      Issue.record("\(String(describing: problem("unc_none.x")))")
      return
    }
  }

  @Test func `another machine, of which the CPU alone is known`() throws {
    let catalog = EventCatalog(cpus: [.skylake], sources: [Self.source])
    for (text, config, config1) in [
      ("l1d.replacement", 0x151, 0), ("cpu/l1d.replacement,cmask=1/u", 0x100_0151, 0),
      ("mem_trans_retired.load_latency_gt_4", 0x1cd, 4), ("r1a8", 0x1a8, 0), ("words", 0x77, 8),
      ("cpu/event=0x3c,umask=2/", 0x23c, 0),
    ] as [(String, UInt64, UInt64)] {
      let events: [Event] = try catalog.resolve(text).flatMap(\.events)
      #expect(events.map(\.attributes.type) == [.raw], "\(text)")
      #expect(events.map(\.attributes.config) == [config], "\(text)")
      #expect(events.map(\.attributes.config1) == [config1], "\(text)")
    }
    #expect(problem("unc_m_cas_count.rd", catalog) == .needsSysfs(pmu: "uncore_imc"))
    #expect(problem("sched:sched_switch", catalog) != nil)
    #expect(try catalog.resolve("cycles")[0].events[0].attributes.type == .hardware)
    // The kind of cores whose number is known.
    let hybrid = EventCatalog(
      cpus: [.x86(vendor: "GenuineIntel", family: 6, model: 0x97, stepping: 2)],
      sources: [Self.source])
    let both: [Event] = try hybrid.resolve("both,cpu_core/both,cmask=1/").flatMap(\.events)
    #expect(both.map(\.attributes.config) == [0x10, 0x100_0010])
    #expect(both.map(\.attributes.type) == [.raw, .raw])
    #expect(problem("cpu_atom/both/", hybrid) != nil)
  }

  @Test func `near names come from all sources`() {
    guard case .unknownEvent(_, let nearest)? = problem("l1d.replacment") else {
      Issue.record("\(String(describing: problem("l1d.replacment")))")
      return
    }
    #expect(nearest.first == "L1D.REPLACEMENT")
  }
}
