import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Explanations of events")
struct EventExplanationTests {
  private static func source(
    _ kind: EventSourceKind, _ events: [(name: String, config: UInt64)], unit: PMUUnit = .core
  ) -> MadeSource {
    MadeSource(
      kind: kind,
      made: EventTable(
        name: "made",
        events: events.map { event in
          EventDefinition(
            name: event.name, unit: unit, words: EventWords(config: event.config),
            provenance: EventProvenance(source: kind, location: "made"))
        }))
  }

  private static let catalog = EventCatalog(
    kernel: Machine.intel(), cpus: [.skylake],
    sources: [
      source(.likwid, [("L1D_REPLACEMENT", 0x151), ("clash", 0x97)]),
      source(.oprofile, [("l1d", 0x1), ("l1d:replacement", 0x251), ("clash", 0x98)]),
      source(.kernelEvents, [("l1d.replacement", 0x151), ("both", 0x2)]),
      source(.perfmon, [("L1D.REPLACEMENT", 0x151), ("BOTH", 0x1), ("CPU-CYCLES", 0x3c)]),
    ])

  @Test(arguments: ["L1D.REPLACEMENT", "l1d:replacement", "l1d_Replacement"])
  func `find descriptions however a source spells the name`(name: String) {
    let kinds: [EventSourceKind] = Self.catalog.describe(name).map(\.provenance.source)
    #expect(kinds == [.likwid, .oprofile, .kernelEvents, .perfmon])
  }

  @Test func `name the source that is asked first where two contradict each other`() throws {
    let found: [EventContradiction] = Self.catalog.explain("both").contradictions
    #expect(found.count == 1)
    #expect(found[0].decision == .order)
    #expect(found[0].meanings.map(\.provenance.source) == [.perfmon, .kernelEvents])
    #expect(try Self.catalog.resolve("both")[0].events[0].attributes.config == 0x1)
  }

  @Test func `name the source that spells the name so`() {
    let found: [EventContradiction] = Self.catalog.explain("l1d:replacement").contradictions
    #expect(found.count == 1)
    #expect(found.first?.decision == .spelling)
    #expect(found.first?.meanings.map(\.provenance.source) == [.oprofile, .perfmon])
  }

  @Test func `say that none is taken where a bare name is refused`() {
    let explanation: EventExplanation = Self.catalog.explain("clash")
    #expect(explanation.refusal != nil)
    #expect(explanation.contradictions.map(\.decision) == [.refused])
  }

  @Test(arguments: ["cpu-cycles", "uops"])
  func `see no contradiction where the codes are equal or of different PMUs`(name: String) {
    #expect(Self.catalog.explain(name).contradictions.isEmpty)
  }

  @Test(arguments: ["cycles", "L1-dcache-loads", "r3c"])
  func `name the kinds of cores whose numbers only their kernel knows`(name: String) throws {
    let cpu = try #require(CPUIdentifier(parsing: "GenuineIntel-6-97-2"))
    let explanation = EventCatalog(cpus: [cpu], sources: []).explain(name)
    #expect(explanation.groups.count == 1)
    #expect(explanation.missingPMUs == [PMUUnit("cpu_atom")])
    #expect(EventCatalog(kernel: Machine.hybrid()).explain(name).missingPMUs.isEmpty)
    #expect(EventCatalog(cpus: [.skylake], sources: []).explain(name).missingPMUs.isEmpty)
  }

  @Test func `tell the missing kind of core from one that lacks the event`() throws {
    let cpu = try #require(CPUIdentifier(parsing: "GenuineIntel-6-97-2"))
    let big = Self.source(.perfmon, [("BIG.ALL", 0xa1)], unit: PMUUnit("cpu_core"))
    let catalog = EventCatalog(cpus: [cpu], sources: [big])
    #expect(catalog.explain("BIG.ALL").missingPMUs.isEmpty)
    #expect(catalog.explain("cs").missingPMUs.isEmpty)
    #expect(throws: EventNameError.self) { try catalog.resolve("cpu_atom/event=1/") }
    do {
      _ = try catalog.resolve("cpu_atom/event=1/")
    } catch {
      #expect(error.problem == .needsSysfs(pmu: "cpu_atom"))
    }
  }

  @Test(arguments: ["both:u", "BOTH:kp"])
  func `describe an event whatever letters follow its name`(name: String) {
    let explanation: EventExplanation = Self.catalog.explain(name)
    #expect(explanation.name == name)
    #expect(explanation.definitions.map(\.name) == ["both", "BOTH"])
    #expect(explanation.cores.first?.aliases.isEmpty == false)
    #expect(explanation.groups.flatMap(\.events).count == 1)
  }

  @Test func `take wrong letters behind a generic name for letters of perf`() {
    let libpfm: [any EventSource] = (try? LibpfmSource()).map { [$0] } ?? []
    let catalog = EventCatalog(kernel: Machine.intel(), cpus: [.skylake], sources: libpfm)
    #expect(catalog.explain("cycles:zz").refusal?.problem == .unknownModifier("z"))
  }

  @Test(arguments: [
    "OFFCORE_RESPONSE_0:DMND_DATA_RD:L3_MISS",
    "skl::OFFCORE_RESPONSE_0:DMND_DATA_RD:L3_MISS:SNP_ANY",
  ])
  func `show the code of several unit masks that libpfm4 gives`(name: String) throws {
    // Beside the library's tables, a name of the very code that it makes.
    let words = EventWords(config: 0x1b7, config1: 0x3f_8400_0001)
    let vendor = MadeSource(
      kind: .perfmon,
      made: EventTable(
        name: "made",
        events: [
          EventDefinition(
            name: "READ.MISS", unit: .core, words: words,
            provenance: EventProvenance(source: .perfmon, location: "made"))
        ]))
    let catalog = EventCatalog(cpus: [.skylake], sources: [try LibpfmSource(), vendor])
    let explanation: EventExplanation = catalog.explain(name)
    let event: Event = try #require(explanation.groups.first?.events.first)
    #expect(EventWords(event.attributes) == words)
    let shown: [EventAliases] = explanation.cores.flatMap(\.aliases)
    #expect(shown.map(\.words) == [words])
    #expect(shown.first?.equivalents.map(\.name) == ["READ.MISS"])
  }

  @Test func `show no code for unit masks that libpfm4 refuses together`() throws {
    let catalog = EventCatalog(cpus: [.skylake], sources: [try LibpfmSource()])
    let explanation: EventExplanation = catalog.explain(
      "skl::BR_INST_RETIRED:CONDITIONAL:FAR_BRANCH")
    #expect(explanation.refusal != nil)
    #expect(explanation.cores.allSatisfy { $0.aliases.isEmpty })
  }

  @Test func `have the fields of a tracepoint`() {
    let kernel = ScriptedKernel()
    kernel.addFile("/sys/kernel/tracing/events/made/counted/id", "7\n")
    kernel.addFile(
      "/sys/kernel/tracing/events/made/counted/format",
      """
      name: counted
      ID: 7
      format:
      \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;

      \tfield:int number;\toffset:8;\tsize:4;\tsigned:1;

      print fmt: "number=%d", REC->number

      """)
    let catalog = EventCatalog(kernel: kernel)
    for name in ["made:counted", "made:counted/filter='number > 0'/"] {
      let fields: [TracepointField] = catalog.explain(name).tracepoint?.fields ?? []
      #expect(fields.map(\.name) == ["common_type", "number"])
      #expect(fields.last?.isSigned == true)
    }
    #expect(catalog.explain("made:*").tracepoint == nil)
  }

  @Test func `refuse a tracepoint where no kernel is at hand`() {
    let error: EventNameError? = EventCatalog(cpus: [.skylake], sources: []).explain("made:counted")
      .refusal
    #expect(
      error?.description == "tracepoints are those of a kernel at hand, and no tracefs is given")
  }
}
