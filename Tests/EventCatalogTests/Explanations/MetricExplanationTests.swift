import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Explanations of metrics")
struct MetricExplanationTests {
  private static func metric(
    _ name: String, _ formula: String, groups: [String] = [], unit: PMUUnit = .core
  ) -> MetricDefinition {
    var metric = MetricDefinition(
      name: name, formula: formula, language: .perf,
      provenance: EventProvenance(source: .kernelEvents, location: "made"))
    metric.groups = groups
    metric.unit = unit
    metric.brief = "About \(name)."
    return metric
  }

  private static func event(_ name: String, _ config: UInt64) -> EventDefinition {
    EventDefinition(
      name: name, unit: .core, words: EventWords(config: config),
      provenance: EventProvenance(source: .kernelEvents, location: "made"))
  }

  private static let vendor = MadeSource(
    kind: .kernelEvents,
    made: EventTable(
      name: "skylake", events: [event("inst_retired.any", 0xc0), event("uops.all", 0x10e)],
      metrics: [
        metric("IPC", "inst_retired.any / cycles", groups: ["Ret", "Summary"]),
        metric("CoreIPC", "IPC * 2", groups: ["Summary"]),
        metric("tma_whole", "uops.all / cycles", groups: ["TopdownL1"]),
        metric("tma_part", "no.such.event / cycles", groups: ["TopdownL2", "tma_whole_group"]),
        metric("around", "around * 2"), metric("Hits [per second]", "uops.all / 2"),
      ]))

  private static let perfmon = MadeSource(
    kind: .perfmon,
    made: EventTable(
      name: "SKL", events: [],
      metrics: [
        MetricDefinition(
          name: "CPI", formula: "a / b", language: .perfmon,
          operands: [
            .init(alias: "a", value: "cpu-cycles:c2"), .init(alias: "b", value: "instructions"),
          ], provenance: EventProvenance(source: .perfmon, location: "made"))
      ]))

  private static let catalog = EventCatalog(
    kernel: Machine.intel(), cpus: [.skylake], sources: [perfmon, vendor])

  private func problem(_ text: String) -> EventNameError? {
    do {
      _ = try Self.catalog.resolve(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["IPC", "ipc"])
  func `have the formula, the events and what the kernel is told of each`(name: String) throws {
    let explanation: EventExplanation = Self.catalog.explain(name)
    #expect(!explanation.isUnknown)
    #expect(explanation.groups.isEmpty)
    let metric: MetricExplanation = try #require(explanation.metrics.first)
    #expect(explanation.metrics.count == 1)
    #expect(metric.definition.brief == "About IPC.")
    #expect(metric.formula?.description == "inst_retired.any / cycles")
    #expect(metric.failure == nil)
    #expect(metric.events.map(\.text) == ["inst_retired.any", "cycles"])
    #expect(
      metric.events.flatMap(\.groups).flatMap(\.events).map(\.attributes.config) == [0xc0, 0])
  }

  @Test func `put in the formulas of metrics that they need`() throws {
    let metric = try #require(Self.catalog.explain("CoreIPC").metrics.first)
    #expect(metric.formula?.names == ["inst_retired.any", "cycles"])
    #expect(metric.events.map(\.text) == ["inst_retired.any", "cycles"])
  }

  @Test func `write the qualifiers of perfmon as terms`() throws {
    let metric = try #require(Self.catalog.explain("CPI").metrics.first)
    #expect(metric.events.map(\.text) == ["cpu/cpu-cycles,cmask=2/", "instructions"])
    #expect(metric.events[0].groups.first?.events.first?.attributes.config == 0x200_003c)
  }

  @Test func `have their place in the top-down analysis`() throws {
    let whole = try #require(Self.catalog.explain("tma_whole").metrics.first)
    #expect(whole.level == 1 && whole.parent.isEmpty && whole.parts == ["tma_part"])
    let part = try #require(Self.catalog.explain("tma_part").metrics.first)
    #expect(part.level == 2 && part.parent == "tma_whole" && part.parts.isEmpty)
    guard case .unknownEvent? = part.events.first?.refusal?.problem else {
      Issue.record("\(String(describing: part.events.first?.refusal))")
      return
    }
  }

  @Test func `say why a formula cannot be used`() throws {
    let metric = try #require(Self.catalog.explain("around").metrics.first)
    #expect(metric.failure != nil && metric.formula == nil && metric.events.isEmpty)
  }

  @Test func `of a group list its metrics and all events`() throws {
    let explanation: EventExplanation = Self.catalog.explain("summary")
    #expect(explanation.metrics.isEmpty && !explanation.isUnknown)
    let group: MetricGroupExplanation = try #require(explanation.metricGroups.first)
    #expect(group.name == "Summary")
    #expect(group.metrics.map(\.name) == ["IPC", "CoreIPC"])
    #expect(group.events.map(\.text) == ["inst_retired.any", "cycles"])
  }

  @Test(arguments: ["IPC", "cs,ipc:u", "{CoreIPC,cs}"])
  func `stand in for the complaint that there is no such event`(text: String) {
    guard case .metric(_, .kernelEvents, let events)? = problem(text)?.problem else {
      Issue.record("\(String(describing: problem(text)))")
      return
    }
    #expect(events == ["inst_retired.any", "cycles"])
  }

  @Test func `may have names that are no expressions`() {
    #expect(Self.catalog.explain("hits [per second]").metrics.count == 1)
    #expect(
      problem("Hits [per second]")?.problem
        == .metric(name: "Hits [per second]", source: .kernelEvents, events: ["uops.all"]))
  }

  @Test func `say in one sentence that a metric is no event`() {
    #expect(
      problem("IPC")?.description
        == """
        "IPC" is a metric of kernel-events and no event: it is computed from the counts of \
        inst_retired.any, cycles
        """)
    #expect(
      problem("cs,Summary")?.description
        == """
        "Summary" is a group of metrics of kernel-events and no event: it needs the counts of \
        inst_retired.any, cycles (at character 4)
        """)
    #expect(
      problem("around")?.description == "\"around\" is a metric of kernel-events and no event")
  }

  @Test(arguments: [
    ("tma_whol", "tma_whole"), ("CoreIPCs", "CoreIPC"), ("Sumary", "Summary"),
    ("TopdownL3", "TopdownL1"), ("part", "tma_part"), ("WHOLE", "tma_whole"),
  ])
  func `are proposed instead of wrong names`(text: String, name: String) {
    guard case .unknownEvent(text, let nearest)? = problem(text)?.problem else {
      Issue.record("\(String(describing: problem(text)))")
      return
    }
    #expect(nearest.first == name)
  }

  @Test(arguments: ["TopdownL1:PMC0", "cs,TopdownL1:PMC0", "topdownl1:zz:1"])
  func `are told of where something stands behind their names`(text: String) {
    guard case .metricGroup(_, .kernelEvents, let events)? = problem(text)?.problem else {
      Issue.record("\(String(describing: problem(text)))")
      return
    }
    #expect(events == ["uops.all", "cycles"])
    #expect(problem(text)?.position == (text.hasPrefix("cs") ? 3 : 0))
  }
}
