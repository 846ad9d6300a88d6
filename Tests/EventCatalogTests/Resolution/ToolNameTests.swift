import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite("Names of other tools")
struct ToolNameTests {
  static let libpfm: LibpfmSource? = try? LibpfmSource()

  private static func event(
    _ name: String, _ kind: EventSourceKind, _ words: EventWords, _ counters: String? = nil,
    traits: EventTraits = []
  ) -> EventDefinition {
    var definition = EventDefinition(
      name: name, unit: .core, words: words,
      provenance: EventProvenance(
        source: kind, location: "made", architecture: kind == .likwid ? "skylake" : ""))
    definition.constraints.classes = counters.map { [$0] } ?? []
    definition.traits = traits
    return definition
  }

  static let sources: [any EventSource] = {
    let provenance = EventProvenance(source: .papi, location: "made")
    let oprofile = EventTable(
      name: "i386/skylake",
      events: [
        event("l2_rqsts", .oprofile, EventWords(config: 0x3f24), traits: .combinableUnitMasks),
        event("l2_rqsts:miss", .oprofile, EventWords(config: 0x3f24), traits: .combinableUnitMasks),
        event(
          "l2_rqsts:references", .oprofile, EventWords(config: 0xff24),
          traits: .combinableUnitMasks),
        event("cpu_clk_unhalted", .oprofile, EventWords(config: 0x3c)),
        event("same", .oprofile, EventWords(config: 0x99)),
        event("clash", .oprofile, EventWords(config: 0x98)),
      ])
    let likwid = EventTable(
      name: "skylake",
      events: [
        event("L1D_REPLACEMENT", .likwid, EventWords(config: 0x151), "PMC"),
        event("INSTR_RETIRED_ANY", .likwid, EventWords(config: 0xc0), "FIXC0"),
        event("same", .likwid, EventWords(config: 0x99), "PMC"),
        event("clash", .likwid, EventWords(config: 0x97), "PMC"),
      ])
    let papi = EventTable(
      name: "skl",
      metrics: [
        MetricDefinition(
          name: "PAPI_L1_DCM", formula: "N0|", language: .postfix,
          operands: [.init(alias: "N0", value: "L1D:REPLACEMENT")], provenance: provenance),
        MetricDefinition(
          name: "PAPI_SUM", formula: "N0|N1|2|*|+|", language: .postfix,
          operands: [
            .init(alias: "N0", value: "L1D:REPLACEMENT"),
            .init(alias: "N1", value: "BR_INST_RETIRED:CONDITIONAL"),
          ], provenance: provenance),
        MetricDefinition(
          name: "PAPI_BROKEN", formula: "N0|", language: .postfix,
          operands: [.init(alias: "N0", value: "NO_SUCH_EVENT_AT_ALL")], provenance: provenance),
      ])
    return [
      MadeSource(kind: .oprofile, made: oprofile), MadeSource(kind: .likwid, made: likwid),
      MadeSource(kind: .papi, made: papi),
    ] + (libpfm.map { [$0] } ?? [])
  }()

  static let catalog = EventCatalog(
    kernel: Machine.intel(), cpus: [.skylake], sources: sources)

  private func events(_ text: String) throws -> [Event] {
    try Self.catalog.resolve(text).flatMap(\.events)
  }

  private func problem(_ text: String) -> EventNameError? {
    do {
      _ = try Self.catalog.resolve(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("skl::L1D:REPLACEMENT", 0x151, EventFlags.excludeGuest),
      ("skl::L1D:REPLACEMENT:u", 0x151, [.excludeKernel, .excludeGuest]),
      ("SKL::l1d.replacement:c=2:k", 0x200_0151, [.excludeUser, .excludeGuest]),
      ("L1D:REPLACEMENT", 0x151, .excludeGuest),
      ("L1D:REPLACEMENT:i:c=1", 0x180_0151, .excludeGuest),
      ("perf_raw::r1c2", 0x1c2, [.excludeHypervisor, .excludeGuest]),
    ] as [(String, UInt64, EventFlags)])
  func `libpfm4`(text: String, config: UInt64, flags: EventFlags) throws {
    guard Self.libpfm != nil else { return }
    let found: [Event] = try events("cs,\(text),faults")
    #expect(found.count == 3)
    #expect(found[1].attributes.config == config)
    #expect(found[1].attributes.type == .raw)
    #expect(found[1].attributes.flags == flags)
    #expect(found[1].name == text)
  }

  @Test func `what libpfm4 refuses`() {
    guard Self.libpfm != nil else { return }
    let cases: [(String, Int)] = [
      ("skl::NOTHING", 0), ("nosuch::EVENT", 0), ("cs,skl::L1D:NOTHING", 3),
      ("skl::OFFCORE_RESPONSE_0:ANY_REQUEST:NONE", 0), ("L2_RQSTS:NOTHING", 0),
    ]
    for (text, position) in cases {
      let error: EventNameError? = problem(text)
      #expect(error?.position == position)
      guard case .libpfm4? = error?.problem else {
        Issue.record("\(text): \(String(describing: error?.problem))")
        continue
      }
    }
    guard case .libpfm4(.missingUnitMask(_, let available))? = problem("skl::BR_MISP_EXEC")?.problem
    else { return }
    #expect(!available.isEmpty)
  }

  @Test(arguments: ["L2_RQSTS:DIFFERS", "L1D:REPLACD"])
  func `a nearer name of another source goes before what libpfm4 proposes`(text: String) {
    guard let libpfm = Self.libpfm else { return }
    let vendor = MadeSource(
      kind: .perfmon,
      made: EventTable(
        name: "SKL",
        events: [
          Self.event("L2_RQSTS.DIFFER", .perfmon, EventWords(config: 1)),
          Self.event("L1D.REPLACED", .perfmon, EventWords(config: 2)),
        ]))
    let catalog = EventCatalog(
      kernel: Machine.intel(), cpus: [.skylake], sources: [libpfm, vendor])
    do {
      _ = try catalog.resolve(text)
      Issue.record("\(text) exists")
    } catch {
      guard case .unknownEvent(_, let nearest) = error.problem else {
        Issue.record("\(error)")
        return
      }
      #expect(nearest.first == (text.hasPrefix("L2") ? "L2_RQSTS.DIFFER" : "L1D.REPLACED"))
    }
  }

  @Test func `a preset without the source of its events says which one is missing`() {
    let catalog = EventCatalog(
      kernel: Machine.intel(), cpus: [.skylake],
      sources: Self.sources.filter { $0.kind == .papi })
    do {
      _ = try catalog.resolve("PAPI_L1_DCM")
      Issue.record("PAPI_L1_DCM is resolved")
    } catch {
      #expect(
        error.problem == .needsSource(.libpfm4, part: "L1D:REPLACEMENT", of: "PAPI_L1_DCM"))
    }
    let events: [MetricEvent] = catalog.explain("PAPI_SUM").metrics.flatMap(\.events)
    #expect(events.map(\.text) == ["L1D:REPLACEMENT", "BR_INST_RETIRED:CONDITIONAL"])
  }

  @Test(arguments: ["l2_rqsts:references", "l2_rqsts:REFERENCES", "l2_rqsts:references:1:0"])
  func `a unit mask that libpfm4 lacks may be one of OProfile`(text: String) throws {
    #expect(try events(text)[0].attributes.config == 0xff24)
  }

  @Test func `metrics and groups of LIKWID are explained with the events on their counters`() {
    let metrics: [MetricDefinition] = [
      MetricDefinition(
        name: "Replacements per instruction", formula: "PMC0/FIXC0", language: .likwid,
        operands: [
          .init(alias: "PMC0", value: "L1D_REPLACEMENT:PMC0"),
          .init(alias: "FIXC0", value: "INSTR_RETIRED_ANY:FIXC0"),
        ], provenance: EventProvenance(source: .likwid, location: "made"))
    ]
    let likwid = MadeSource(
      kind: .likwid,
      made: EventTable(
        name: "skylake",
        events: [
          Self.event("L1D_REPLACEMENT", .likwid, EventWords(config: 0x151), "PMC"),
          Self.event("INSTR_RETIRED_ANY", .likwid, EventWords(config: 0xc0), "FIXC0"),
        ], metrics: metrics))
    let catalog = EventCatalog(kernel: Machine.intel(), cpus: [.skylake], sources: [likwid])
    let found: [MetricExplanation] = catalog.explain("replacements per instruction").metrics
    #expect(found.count == 1)
    let configs: [UInt64] = found.flatMap(\.events).flatMap(\.groups).flatMap(\.events)
      .map(\.attributes.config)
    #expect(configs == [0x151, 0xc0])
  }

  @Test func `presets of PAPI`() throws {
    guard Self.libpfm != nil else { return }
    let one: [EventGroup] = try Self.catalog.resolve("PAPI_L1_DCM:u")
    #expect(one.count == 1 && one[0].formulas.isEmpty && !one[0].isExplicit)
    #expect(one[0].events.map(\.name) == ["PAPI_L1_DCM:u"])
    #expect(one[0].events[0].attributes.config == 0x151)
    #expect(one[0].events[0].attributes.flags.contains(.excludeKernel))
    let sum: EventGroup = try #require(try Self.catalog.resolve("papi_sum").first)
    #expect(sum.isExplicit)
    #expect(sum.events.map(\.name) == ["L1D:REPLACEMENT", "BR_INST_RETIRED:CONDITIONAL"])
    #expect(sum.events.map(\.attributes.config) == [0x151, 0x1c4])
    #expect(sum.formulas.map(\.name) == ["PAPI_SUM"])
    #expect(Set(sum.formulas[0].expression.names) == Set(sum.events.map(\.name)))
    let user: EventGroup = try #require(try Self.catalog.resolve("{cs,papi_sum:u}").first)
    #expect(user.events.count == 3)
    #expect(user.formulas[0].expression.names.allSatisfy { $0.hasSuffix(":u") })
    #expect(
      problem("PAPI_BROKEN")?.problem
        == .unknownPart("NO_SUCH_EVENT_AT_ALL", of: "PAPI_BROKEN"))
  }

  @Test(
    arguments: [
      ("l2_rqsts:200003", 0x3f24, 200_003, []), ("l2_rqsts:1000:references", 0xff24, 1000, []),
      ("l2_rqsts:1000:0x41", 0x4124, 1000, []),
      ("l2_rqsts:1000:miss:0:1", 0x3f24, 1000, [.excludeKernel]),
      ("l2_rqsts:1000:miss:1:0", 0x3f24, 1000, [.excludeUser]),
      ("l2_rqsts:references", 0xff24, 0, []), ("cpu_clk_unhalted:5000", 0x3c, 5000, []),
    ] as [(String, UInt64, UInt64, EventFlags)])
  func `OProfile`(text: String, config: UInt64, period: UInt64, flags: EventFlags) throws {
    for purpose in [EventPurpose.counting, .sampling] {
      let groups: [EventGroup] = try Self.catalog.resolve(text, for: purpose)
      let event: Event = try #require(groups.first?.events.first)
      #expect(event.attributes.config == config)
      // Nothing is sampled when events are only counted.
      #expect(event.attributes.samplePeriod == (purpose == .sampling ? period : 0))
      #expect(event.attributes.flags.subtracting(.excludeGuest) == flags)
    }
  }

  @Test func `what OProfile refuses`() {
    guard
      case .unknownUnitMask("nothing", "l2_rqsts", let available)? = problem(
        "l2_rqsts:1000:nothing")?.problem
    else {
      Issue.record("\(String(describing: problem("l2_rqsts:1000:nothing")?.problem))")
      return
    }
    #expect(available == ["miss", "references"])
    #expect(problem("cs,l2_rqsts:1000:miss:7")?.position == 22)
  }

  @Test(
    arguments: [
      ("L1D_REPLACEMENT:PMC0", 0x151, [.excludeKernel, .excludeHypervisor]),
      (
        "L1D_REPLACEMENT:PMC3:EDGEDETECT:THRESHOLD=0x2", 0x204_0151,
        [.excludeKernel, .excludeHypervisor]
      ),
      ("L1D_REPLACEMENT:PMC1:KERNEL", 0x151, []),
      ("INSTR_RETIRED_ANY:FIXC0", 0xc0, [.excludeKernel, .excludeHypervisor]),
      ("L1D_REPLACEMENT", 0x151, []), ("same", 0x99, []),
    ] as [(String, UInt64, EventFlags)])
  func `LIKWID`(text: String, config: UInt64, flags: EventFlags) throws {
    let event: Event = try #require(try events(text).first)
    #expect(event.attributes.config == config)
    #expect(event.attributes.flags.subtracting(.excludeGuest) == flags)
  }

  @Test func `what LIKWID refuses`() {
    #expect(
      problem("INSTR_RETIRED_ANY:PMC0")?.problem
        == .impossibleCounter("PMC0", event: "INSTR_RETIRED_ANY", possible: ["FIXC0"]))
    #expect(problem("L1D_REPLACEMENT:PMC0:NOTHING") != nil)
    #expect(problem("L1D_REPLACEMENT:XYZ") != nil)
  }

  @Test func `one name for different events`() {
    #expect(
      problem("clash")?.problem
        == .ambiguousEvent(name: "clash", meanings: ["OProfile 0x98", "LIKWID 0x97"]))
  }

  @Test(arguments: [
    ("PAPI_L1_DCN", "PAPI_L1_DCM"), ("PAPI_SUMS", "PAPI_SUM"),
    ("OFFCORE_RESPONSE:DMND_DATA_RD:ANY_RESPONSE", "OFFCORE_RESPONSE_0"),
    ("cs,OFFCORE_RESPONS:DMND:ANY", "OFFCORE_RESPONSE_0"), ("l2_rqst:1000:miss", "l2_rqsts"),
    ("cycels:zz:1", "cycles"), ("L1D_REPLACEMNT:PMC0", "L1D_REPLACEMENT"),
  ])
  func `wrong names get proposals, whatever stands behind them`(text: String, name: String) {
    guard Self.libpfm != nil else { return }
    guard case .unknownEvent(_, let nearest)? = problem(text)?.problem else {
      Issue.record("\(String(describing: problem(text)))")
      return
    }
    #expect(nearest.contains { $0.hasPrefix(name) }, "\(nearest)")
    #expect(problem(text)?.position == (text.hasPrefix("cs,") ? 3 : 0))
  }

  @Test(arguments: [
    "cycles:zz", "L1-dcache-load-misses:zz", "clash:zz:y", "sched:made:zz", "r1c2:zz",
    "mem:0x1000:zz",
  ])
  func `of a name that is known only what stands behind it is wrong`(text: String) {
    if case .unknownEvent? = problem(text)?.problem {
      Issue.record("\(String(describing: problem(text)))")
    }
    #expect(problem(text) != nil)
  }

  @Test(arguments: ["cs:u:x", "readx:1", "a:b:c", "x::y::z", "1:2:3:4", "cs::u", "::", "a:"])
  func `what nobody knows stays what perf objects to`(text: String) throws {
    #expect(throws: EventNameError.self) {
      try EventCatalog(kernel: Machine.intel()).resolve(text)
    }
    #expect(problem(text) != nil)
  }
}
