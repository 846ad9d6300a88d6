import EventCatalog
import Testing

@Suite("Values of metrics")
struct MetricEvaluationTests {
  private let counts: [String: Double] = ["a": 6, "b": 4, "zero": 0, "none": .nan]

  @Test(arguments: [
    ("a + b * 2", 14), ("a / b", 1.5), ("a % b", 2), ("-7.9 % 4.5", -3), ("-a - -b", -2),
    ("a - b - 1", 1),
    ("a > b", 1), ("a < b", 0), ("a >= 6", 1), ("a <= 5", 0), ("a | 9", 15), ("a & b", 4),
    ("a ^ b", 2), ("6.9 | 0", 6), ("-1 & 255", 255), ("min(a, b)", 4), ("max(a, b)", 6),
    ("d_ratio(a, b)", 1.5), ("d_ratio(a, zero)", 0), ("a if a > b else c", 6),
    ("c if a < b else b", 4), ("a if none else c", 6), ("source_count(a)", 1),
    ("source_count(many)", 3), ("aggr_nr(many)", 8), ("has_event(a)", 1), ("has_event(c)", 0),
    ("c / 2 if has_event(c) else 0", 0), ("#SMT_on + #smt_on", 2), ("none > 1", 0),
    ("max(none, 1)", 1), ("strcmp_cpuid_str(0x410fd493)", 1), ("strcmp_cpuid_str(0x410fd490)", 1),
    ("strcmp_cpuid_str(0x411fd490)", 0), ("strcmp_cpuid_str(0x410fd0c0)", 0),
  ])
  func `follow perf's rules`(text: String, value: Double) throws {
    var environment = MetricEnvironment([.smtOn: 1])
    environment.sourceCounts = ["many": 3]
    environment.aggregateCounts = ["many": 8]
    environment.cpu = .arm64(midr: 0x410f_d494)
    let expression = try MetricExpression(parsing: text)
    #expect(try expression.evaluate(counts: counts, in: environment) == value)
  }

  @Test(arguments: [
    ("GenuineIntel-6-5E", 1), ("GenuineIntel-6-[59]E", 1), ("GenuineIntel-6-(4E|5E)-3", 1),
    ("GenuineIntel-6-5E-4", 0), ("GenuineIntel-6-5", 0),
  ])
  func `compare models as the kernel's list of CPUs does`(pattern: String, value: Double) throws {
    var environment = MetricEnvironment()
    environment.cpu = CPUIdentifier.x86(
      vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)
    let escapes: [Character: String] = [
      "-": "\\-", "[": "\\[", "]": "\\]", "(": "\\(", ")": "\\)", "|": "\\|",
    ]
    let escaped: String = pattern.map { escapes[$0] ?? String($0) }.joined()
    let expression = try MetricExpression(parsing: "strcmp_cpuid_str(\(escaped))")
    #expect(try expression.evaluate(counts: [:], in: environment) == value)
  }

  @Test(arguments: [
    "a / zero", "zero / zero", "a % zero", "a % 0.5", "none + 1", "min(1, none)", "NaN", "none | 1",
    "1e300 & 1", "1 / zero & 1",
  ])
  func `that do not exist are not numbers`(text: String) throws {
    #expect(try MetricExpression(parsing: text).evaluate(counts: counts).isNaN)
  }

  @Test(arguments: [
    ("a + c", MetricProblem.missingCount(event: "c")),
    ("0 * c", .missingCount(event: "c")),
    ("a if c else b", .missingCount(event: "c")),
    ("c if a else b", .missingCount(event: "c")),
    ("d + c", .missingCount(event: "d")),
    ("#slots", .missingLiteral(.slots)),
    ("strcmp_cpuid_str(0x1)", .missingCPU),
  ])
  func `need what they depend on`(text: String, problem: MetricProblem) {
    let error = #expect(throws: MetricError.self) {
      try MetricExpression(parsing: text).evaluate(counts: counts)
    }
    #expect(error?.problem == problem)
  }

  @Test func `of presets of PAPI`() throws {
    let preset = MetricDefinition(
      name: "PAPI_DP_OPS", formula: "N0|N1|2|*|+|", language: .postfix,
      operands: [
        .init(alias: "N0", value: "FP_ARITH:SCALAR_DOUBLE"),
        .init(alias: "N1", value: "FP_ARITH:128B_PACKED_DOUBLE"),
      ], provenance: EventProvenance(source: .papi, location: "test"))
    let expression: MetricExpression = try preset.expression()
    #expect(expression.names == ["FP_ARITH:SCALAR_DOUBLE", "FP_ARITH:128B_PACKED_DOUBLE"])
    let counts: [String: Double] = [
      "FP_ARITH:SCALAR_DOUBLE": 10, "FP_ARITH:128B_PACKED_DOUBLE": 20,
    ]
    #expect(try expression.evaluate(counts: counts) == 50)
  }

  @Test func `of groups of LIKWID`() throws {
    var definition = MetricDefinition(
      name: "Clock [MHz]", formula: "1.E-06*(FIXC1/FIXC2)/inverseClock", language: .likwid,
      operands: [
        .init(alias: "FIXC1", value: "CPU_CLK_UNHALTED_CORE"),
        .init(alias: "FIXC2", value: "CPU_CLK_UNHALTED_REF"),
      ], provenance: EventProvenance(source: .likwid, location: "test"))
    let value: Double = try definition.expression().evaluate(
      counts: ["CPU_CLK_UNHALTED_CORE": 3e9, "CPU_CLK_UNHALTED_REF": 2e9],
      in: MetricEnvironment([.secondsPerCycle: 1 / 2e9]))
    #expect(abs(value - 3000) < 1e-9)
    definition.operands.removeLast()
    let error = #expect(throws: MetricError.self) { try definition.expression() }
    #expect(error?.problem == .unknownOperand("FIXC2"))
  }

  @Test func `of constants of perfmon`() throws {
    var definition = MetricDefinition(
      name: "X", formula: "a / b * c", language: .perfmon,
      operands: [
        .init(alias: "a", value: "CPU_CLK_UNHALTED.THREAD:SUP"),
        .init(alias: "b", value: "THREADS_PER_CORE", isConstant: true),
        .init(alias: "c", value: "20", isConstant: true),
      ], provenance: EventProvenance(source: .perfmon, location: "test"))
    let expression: MetricExpression = try definition.expression()
    #expect(expression.description == "CPU_CLK_UNHALTED.THREAD:SUP / #threads_per_core * 20")
    definition.operands[1].value = "system.sockets[1].cpus"
    let error = #expect(throws: MetricError.self) { try definition.expression() }
    #expect(error?.problem == .unknownConstant("system.sockets[1].cpus"))
  }

  @Test func `need fewer events once the machine is known`() throws {
    let text = "a / (b if #smt_on else c) + (d if has_event(e) else source_count(f) * g)"
    let expression = try MetricExpression(parsing: text)
    var environment = MetricEnvironment([.smtOn: 0])
    environment.presentEvents = ["a"]
    #expect(expression.resolved(in: environment).names == ["a", "c", "g"])
    #expect(expression.resolved(in: MetricEnvironment()).description == expression.description)
  }

  @Test func `with parameters`() throws {
    let expression = try MetricExpression(parsing: "hv_24x7@PM_PB\\,chip\\=?@ * 2")
    #expect(expression.hasParameter)
    #expect(expression.settingParameter(3).description == "hv_24x7@PM_PB\\,chip\\=3@ * 2")
    #expect(!expression.settingParameter(3).hasParameter)
  }
}
