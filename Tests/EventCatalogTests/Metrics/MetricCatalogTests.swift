import EventCatalog
import Testing

@Suite("Metrics that need one another")
struct MetricCatalogTests {
  private static func definition(
    _ name: String, _ formula: String, threshold: String = "", unit: PMUUnit = .core,
    groups: [String] = []
  ) -> MetricDefinition {
    var definition = MetricDefinition(
      name: name, formula: formula, language: .perf,
      provenance: EventProvenance(source: .kernelEvents, location: "test"))
    definition.threshold = threshold
    definition.unit = unit
    definition.groups = groups
    return definition
  }

  private let catalog = MetricCatalog([
    definition("ipc", "instructions / clocks", threshold: "ipc < 1 & share > 0.1"),
    definition("clocks", "cycles / 2 if #smt_on else cycles"),
    definition("share", "slow / clocks"),
    definition("both", "share + ipc"),
    definition("broken", "a +"),
    definition("kind", "cycles * 2", unit: PMUUnit("cpu_core")),
    definition("kind", "cycles * 3", unit: PMUUnit("cpu_atom")),
    definition("double", "kind * 2", unit: PMUUnit("cpu_atom")),
  ])

  private func metric(_ name: String) throws -> Metric {
    try #require(catalog.metrics(named: name).first)
  }

  @Test func `are found in upper and lower case`() throws {
    #expect(catalog.metrics(named: "IPC").map(\.name) == ["ipc"])
    #expect(catalog.metrics(named: "kind").count == 2)
    #expect(catalog.failures["broken"]?.problem == .missingOperand)
    #expect(catalog.metrics(named: "broken").isEmpty)
  }

  @Test func `come after those that they need`() throws {
    let order: [Metric] = try catalog.evaluationOrder(of: [metric("both"), metric("ipc")])
    #expect(order.map(\.name) == ["clocks", "share", "ipc", "both"])
    #expect(try catalog.requiredMetrics(of: metric("both")).map(\.name) == ["share", "ipc"])
  }

  @Test func `need only events in the end`() throws {
    let expression: MetricExpression = try catalog.expressionOverEvents(of: metric("both"))
    #expect(expression.names == ["slow", "cycles", "instructions"])
    #expect(
      expression.description == """
        slow / (cycles / 2 if #smt_on else cycles) \
        + instructions / (cycles / 2 if #smt_on else cycles)
        """)
  }

  @Test func `mean the metric of their own kind of cores`() throws {
    let expression: MetricExpression = try catalog.expressionOverEvents(of: metric("double"))
    #expect(expression.description == "cycles * 3 * 2")
  }

  @Test func `are computed together`() throws {
    let plan: MetricPlan = try catalog.plan(
      for: [metric("both"), metric("ipc")], withThresholds: true)
    #expect(plan.events == ["cycles", "slow", "instructions"])
    let readings: [MetricReading] = plan.evaluate(
      counts: ["cycles": 10, "slow": 2, "instructions": 4], in: MetricEnvironment([.smtOn: 0]))
    #expect(readings.map(\.scaledValue) == [0.2 + 0.4, 0.4])
    #expect(readings.map(\.deservesAttention) == [nil, true])
  }

  @Test func `say what is missing at the bottom`() throws {
    let plan: MetricPlan = try catalog.plan(for: [metric("both"), metric("share")])
    let readings: [MetricReading] = plan.evaluate(
      counts: ["cycles": 10, "slow": 2], in: MetricEnvironment([.smtOn: 1]))
    guard case .failure(let error) = readings[0].value else {
      Issue.record("a value without counts")
      return
    }
    #expect(error.problem == .missingCount(event: "instructions"))
    #expect(readings[1].scaledValue == 0.4)
    let dark: [MetricReading] = plan.evaluate(counts: ["cycles": 10, "slow": 2])
    guard case .failure(let reason) = dark[0].value else {
      Issue.record("a value without literals")
      return
    }
    #expect(reason.problem == .missingLiteral(.smtOn))
  }

  @Test func `need no events of branches that are not taken`() throws {
    let catalog = MetricCatalog([
      Self.definition("a", "b if #smt_on else x"), Self.definition("b", "y"),
    ])
    let plan: MetricPlan = try catalog.plan(
      for: catalog.metrics, in: MetricEnvironment([.smtOn: 0]))
    #expect(plan.events == ["x", "y"])
    let first: MetricPlan = try catalog.plan(
      for: [catalog.metrics[0]], in: MetricEnvironment([.smtOn: 0]))
    #expect(first.events == ["x"])
    #expect(try catalog.requiredEvents(of: [catalog.metrics[0]]) == ["y", "x"])
  }

  @Test func `cannot need themselves`() throws {
    let catalog = MetricCatalog([
      Self.definition("a", "b + 1"), Self.definition("b", "x / c"), Self.definition("c", "b"),
      Self.definition("d", "d"),
    ])
    let error = #expect(throws: MetricError.self) {
      try catalog.evaluationOrder(of: [catalog.metrics[0]])
    }
    #expect(error?.problem == .cycle(["b", "c", "b"]))
    #expect(error?.description == "metrics need each other in a circle: b needs c needs b")
    #expect(throws: MetricError.self) { try catalog.plan(for: [catalog.metrics[3]]) }
    #expect(throws: MetricError.self) {
      try catalog.expressionOverEvents(of: catalog.metrics[2])
    }
  }

  @Test func `of other sources may bear the name of an event`() throws {
    let definition = MetricDefinition(
      name: "CYCLES", formula: "N0|", language: .postfix,
      operands: [.init(alias: "N0", value: "CYCLES")],
      provenance: EventProvenance(source: .papi, location: "test"))
    let catalog = MetricCatalog([definition])
    let plan: MetricPlan = try catalog.plan(for: catalog.metrics)
    #expect(plan.events == ["CYCLES"])
    #expect(catalog.requiredMetrics(of: catalog.metrics[0]).isEmpty)
  }

  @Test func `may form long chains but no huge formulas`() throws {
    let count = 20_000
    let chain = MetricCatalog(
      (0..<count).map { Self.definition("m\($0)", $0 + 1 < count ? "m\($0 + 1) + 1" : "x") })
    let plan: MetricPlan = try chain.plan(for: [chain.metrics[0]])
    #expect(plan.evaluate(counts: ["x": 1])[0].scaledValue == Double(count))
    let doubled = MetricCatalog(
      (0..<60).map { Self.definition("m\($0)", $0 < 59 ? "m\($0 + 1) + m\($0 + 1)" : "x") })
    let error = #expect(throws: MetricError.self) {
      try doubled.expressionOverEvents(of: doubled.metrics[0])
    }
    #expect(error?.problem == .tooLarge(limit: 1_000_000))
    let shared: MetricPlan = try doubled.plan(for: [doubled.metrics[0]])
    #expect(shared.evaluate(counts: ["x": 1])[0].scaledValue == Double(1 << 59))
  }

  @Test func `of another catalog are unknown`() throws {
    let other = MetricCatalog([Self.definition("ipx", "a")])
    let error = #expect(throws: MetricError.self) { try catalog.plan(for: other.metrics) }
    #expect(error?.description == "no metric is named \"ipx\"; did you mean \"ipc\"?")
  }

  @Test func `divide a whole top down`() {
    let catalog = MetricCatalog([
      Self.definition("tma_core", "a", groups: ["TopdownL2", "tma_L2_group", "tma_back_group"]),
      Self.definition("tma_back", "b", groups: ["TmaL1", "TopdownL1", "tma_L1_group"]),
      Self.definition("tma_info", "c", groups: ["TmaL1", "tma_back_group"]),
      Self.definition("tma_front", "d", groups: ["TopdownL1", "tma_L1_group"]),
      Self.definition("tma_port", "e", groups: ["TopdownL3", "tma_back_group", "tma_core_group"]),
      Self.definition("tma_loop", "f", groups: ["TopdownL2", "tma_loop_group"]),
    ])
    let tree: TopDownTree = catalog.topDownTree()
    let names: [String] = tree.nodes.map(\.metric.name)
    #expect(names == ["tma_back", "tma_front", "tma_core", "tma_loop", "tma_port"])
    #expect(tree.nodes.map(\.parent) == [nil, nil, 0, nil, 2])
    #expect(tree.nodes[0].children == [2])
    #expect(tree.roots == [0, 1, 3])
    #expect(tree.metrics(atLevel: 2).map(\.name) == ["tma_core", "tma_loop"])
    #expect(catalog.topDownTree(for: PMUUnit("cpu_atom")).nodes.isEmpty)
  }
}
