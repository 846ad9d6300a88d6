import EventCatalog
import TestSupport
import Testing

@Suite("The format of PAPI's presets")
struct PAPIFormatTests {
  static func source(_ text: String) -> PAPISource {
    let kernel = ScriptedKernel()
    kernel.addFile("/presets.csv", text)
    return PAPISource(path: "/presets.csv", kernel: kernel) { cpu in
      cpu == .other("a") ? ["none", "FIRST"] : []
    }
  }

  /// The presets of one CPU, as `name formula operands`.
  static func presets(_ lines: String, cpu: String = "cpu") throws -> [String] {
    try source("CPU,cpu\n" + lines).table(named: cpu).metrics.map { metric in
      "\(metric.name) \(metric.formula) \(metric.operands.map(\.value).joined(separator: ","))"
    }
  }

  @Test(arguments: [
    ("PRESET,PAPI_X,NOT_DERIVED,A:B", "PAPI_X N0| A:B"),
    ("PRESET,PAPI_X,DERIVED_CMPD, front:NBOGUS, uops:TAG ", "PAPI_X N0| front:NBOGUS,uops:TAG"),
    ("PRESET,PAPI_X,DERIVED_ADD,A,B,C", "PAPI_X N0|N1|+|N2|+| A,B,C"),
    ("PRESET,PAPI_X,DERIVED_SUB,A,B,C", "PAPI_X N0|N1|-|N2|-| A,B,C"),
    ("PRESET,PAPI_X,DERIVED_PS,CYC,A", "PAPI_X N1|#|*|N0|/| CYC,A"),
    ("PRESET,PAPI_X,DERIVED_ADD_PS,CYC,A,B", "PAPI_X N1|N2|+|#|*|N0|/| CYC,A,B"),
    ("PRESET,PAPI_X,DERIVED_POSTFIX,N0|2|*|N1|-,A,B", "PAPI_X N0|2|*|N1|-| A,B"),
    ("PRESET,PAPI_X,DERIVED_INFIX,N0-(N1+2)*N2/N1,A,B,C", "PAPI_X N0|N1|2|+|N2|*|N1|/|-| A,B,C"),
    ("PRESET,PAPI_X,DERIVED_INFIX,(N0),A", "PAPI_X N0| A"),
    // The same event twice is one operand.
    ("PRESET,PAPI_X,DERIVED_ADD,A,A", "PAPI_X N0|N0|+| A"),
    ("EVENT,MINE,NOT_DERIVED,A", "MINE N0| A"),
  ])
  func `every derivation becomes a formula in postfix order`(line: String, preset: String) throws {
    #expect(try Self.presets(line) == [preset])
  }

  @Test func `CPUs on consecutive lines share a block, and blocks add up`() throws {
    let source: PAPISource = Self.source(
      """
      CPU,First
      CPU,first
      # comment
      CPU,second
      PRESET,PAPI_A,NOT_DERIVED,A
      PRESET,PAPI_B,NOT_DERIVED,B
      CPU,third
      PRESET,PAPI_A,NOT_DERIVED,C
      CPU,first
      PRESET,PAPI_B,NOT_DERIVED,D
      PRESET,PAPI_C,NOT_DERIVED,E
      CPU,empty
      """)
    #expect(try source.tableNames() == ["empty", "first", "second", "third"])
    let first: EventTable = try source.table(named: "FIRST")
    #expect(first.name == "first")
    #expect(first.metrics.map(\.name) == ["PAPI_A", "PAPI_B", "PAPI_C"])
    // The last definition of a preset wins.
    #expect(first.metrics.map { $0.operands[0].value } == ["A", "D", "E"])
    #expect(try source.table(named: "second").metrics.map { $0.operands[0].value } == ["A", "B"])
    #expect(try source.table(named: "third").metrics.map { $0.operands[0].value } == ["C"])
    #expect(try source.table(named: "empty").metrics == [])
    #expect(try source.tableNames(of: .other("a")) == ["first"])
    #expect(try source.tableNames(of: .other("b")) == [])
    #expect(throws: EventSourceError(path: "/presets.csv", problem: .noTable("none"))) {
      try source.table(named: "none")
    }
  }

  @Test func `descriptions may hold commas between quotation marks`() throws {
    let source: PAPISource = Self.source(
      """
      CPU,cpu
      PRESET,PAPI_A,NOT_DERIVED,A,NOTE,"one, two"
      PRESET,PAPI_B,NOT_DERIVED,B,LDESC,"long, very",SDESC,"short, too"
      EVENT,PAPI_L2_DCM,NOT_DERIVED,C
      """)
    let metrics: [MetricDefinition] = try source.table(named: "cpu").metrics
    #expect(metrics.map(\.details) == ["one, two", "long, very", ""])
    #expect(metrics.map(\.brief) == ["", "short, too", "Misses of the level 2 data cache"])
    #expect(metrics.map(\.groups) == [["preset"], ["preset"], ["user"]])
    #expect(metrics.map { $0.operands.count } == [1, 1, 1])
  }

  @Test func `presets that build on presets are written out in events`() throws {
    #expect(
      try Self.presets(
        """
        PRESET,PAPI_SUM,DERIVED_SUB,A,PAPI_PART,B
        PRESET,PAPI_PART,DERIVED_POSTFIX,N0|2|*|N1|+|,B,A
        EVENT,B,NOT_DERIVED,B
        """) == [
          "PAPI_SUM N0|N1|2|*|N0|+|-|N1|-| A,B", "PAPI_PART N0|2|*|N1|+| B,A", "B N0| B",
        ])
  }

  @Test func `presets that build on themselves are left out`() throws {
    let table: EventTable = try Self.source(
      """
      CPU,cpu
      PRESET,PAPI_A,DERIVED_ADD,X,PAPI_B
      PRESET,PAPI_B,DERIVED_ADD,PAPI_A,Y
      PRESET,PAPI_C,NOT_DERIVED,PAPI_C
      PRESET,PAPI_D,NOT_DERIVED,X
      PRESET,PAPI_E,NOT_DERIVED,PAPI_F
      """
    ).table(named: "cpu")
    #expect(table.metrics.map(\.name) == ["PAPI_D", "PAPI_E"])
    #expect(table.warnings.first?.problem == .circularReference("PAPI_A"))
    #expect(table.warnings.last?.problem == .danglingReference("PAPI_F"))
  }

  @Test func `presets that double at each step end in a warning`() throws {
    var lines: String = "CPU,cpu\nPRESET,PAPI_0,DERIVED_ADD,A,B\n"
    for index in 1...14 {
      lines += "PRESET,PAPI_\(index),DERIVED_ADD,PAPI_\(index - 1),PAPI_\(index - 1)\n"
    }
    let table: EventTable = try Self.source(lines).table(named: "cpu")
    #expect(table.metrics.count == 9)
    #expect(table.warnings.contains { $0.problem == .nestedTooDeep(limit: 1024) })
  }

  @Test(arguments: [
    "PRESET", "PRESET,PAPI_X", "PRESET,PAPI_X,NOT_DERIVED", "PRESET,PAPI_X,DERIVED_ODD,A",
    "PRESET,PAPI_X,DERIVED_POSTFIX,N0|", "PRESET,PAPI_X,DERIVED_POSTFIX,N0|N1|,A,B",
    "PRESET,PAPI_X,DERIVED_POSTFIX,+|,A", "PRESET,PAPI_X,DERIVED_POSTFIX,N9|,A",
    "PRESET,PAPI_X,DERIVED_POSTFIX,N99999999999999999999|,A",
    "PRESET,PAPI_X,DERIVED_POSTFIX,N0|1.2.3|+|,A", "PRESET,PAPI_X,DERIVED_POSTFIX,N|,A",
    "PRESET,PAPI_X,DERIVED_POSTFIX,(N0|),A", "PRESET,PAPI_X,DERIVED_INFIX,(N0,A",
    "PRESET,PAPI_X,DERIVED_INFIX,N0),A", "PRESET,PAPI_X,DERIVED_INFIX,N0 N1,A,B",
    "PRESET,PAPI_X,DERIVED_PS,A",
    "PRESET,PAPI_X,DERIVED_ADD,A, \"\"", "PRESET,\"\",NOT_DERIVED,A",
    "CPU", "CPU,", "CPU,\"\"", "odd",
    "PRESET,PAPI_X,NOT_DERIVED" + String(repeating: ",A", count: 65), "\"", ",,,",
  ])
  func `lines that make no sense are told with their numbers`(line: String) throws {
    let table: EventTable = try Self.source(
      "CPU,cpu\nPRESET,PAPI_A,NOT_DERIVED,A\n\(line)\nPRESET,PAPI_B,NOT_DERIVED,B\n"
    ).table(named: "cpu")
    #expect(table.metrics.map(\.name) == ["PAPI_A", "PAPI_B"])
    #expect(table.warnings.map(\.place) == [.line(3)])
  }

  @Test func `a preset outlives a note without words`() throws {
    let table: EventTable = try Self.source("CPU,cpu\nPRESET,PAPI_X,NOT_DERIVED,A,NOTE\n")
      .table(named: "cpu")
    #expect(table.metrics.map(\.name) == ["PAPI_X"])
    #expect(table.warnings.map(\.problem) == [.missingField("NOTE")])
    #expect(table.warnings.map(\.place) == [.line(2)])
  }

  /// PAPI multiplies the megahertz of the processor by a million: its manual says so of
  /// `DERIVED_PS`, and its library computes `#` in the same way.
  @Test(arguments: [
    "PRESET,PAPI_X,DERIVED_PS,CYC,A", "PRESET,PAPI_X,DERIVED_POSTFIX,N1|#|*|N0|/|,CYC,A",
  ])
  func `rates are per second`(line: String) throws {
    let table: EventTable = try Self.source("CPU,cpu\n\(line)\n").table(named: "cpu")
    let expression: MetricExpression = try #require(table.metrics.first).expression()
    var environment = MetricEnvironment()
    environment[.maximumClockFrequency] = 3e9
    // A third of the cycles of one second.
    let counts: [String: Double] = ["CYC": 1.5e9, "A": 5e8]
    let value: Double = try expression.evaluate(counts: counts, in: environment)
    #expect(value == 1e9)
  }

  @Test func `presets before any CPU are told`() throws {
    let table: EventTable = try Self.source(
      "PRESET,PAPI_A,NOT_DERIVED,A\nCPU,cpu\nPRESET,PAPI_B,NOT_DERIVED,B\n"
    ).table(named: "cpu")
    #expect(table.metrics.map(\.name) == ["PAPI_B"])
    #expect(table.warnings.map(\.problem) == [.missingField("CPU")])
  }

  @Test func `presets of CPUs without tables of libpfm4 are found all the same`() throws {
    let kernel = ScriptedKernel()
    kernel.addFile(
      "/presets.csv", "CPU,arm_ac57\nPRESET,PAPI_TOT_CYC,NOT_DERIVED,CPU_CYCLES\n")
    let source = try #require(try EventSources.source(.papi, at: "/presets.csv", kernel: kernel))
    let design = try #require(Microarchitecture.named("cortex-a57").first)
    let cpu = try #require(design.cpus.first?.first)
    #expect(try source.tableNames(of: cpu) == ["arm_ac57"])
    let catalog = EventCatalog(kernel: kernel, cpus: [cpu], sources: [source])
    let explanation: EventExplanation = catalog.explain("PAPI_TOT_CYC")
    #expect(!explanation.isUnknown)
    #expect(explanation.metrics.flatMap(\.events).map(\.text) == ["CPU_CYCLES"])
    #expect(!catalog.explain("cs").isUnknown)
  }
}
