import EventCatalog
import Testing

@Suite("Formulas of metrics")
struct FormulaParsingTests {
  @Test(arguments: [
    ("1 + 2 * 3", "1 + 2 * 3"),
    ("(1 + 2) * 3", "(1 + 2) * 3"),
    ("a - (b - c)", "a - (b - c)"),
    ("(a - b) - c", "a - b - c"),
    ("a | b ^ c & d < e + f * -g", "a | b ^ c & d < e + f * -g"),
    ("((((a | b) ^ c) & d) < e) + f", "((((a | b) ^ c) & d) < e) + f"),
    ("a if b else c if d else e", "(a if b else (c if d else e))"),
    ("a + b if c > 0 else d * 2", "(a + b if c > 0 else d * 2)"),
    ("min(a, max(b if c else d, 3))", "min(a, max((b if c else d), 3))"),
    ("-(a + b)", "-(a + b)"),
    ("- -a - -3", "--a - -3"),
    ("-1.50 + .5 + 2. + 1000000000 + 0.0000064", "-1.5 + 0.5 + 2 + 1e9 + 0.0000064"),
    ("64000 + 1e-7 + 12.5e10", "64e3 + 100e-9 + 125e9"),
    ("NaN", "NaN"),
    ("#smt_on * #num-2", "#smt_on * #num-2"),
    ("0x10 / 128B_PACKED", "0x10 / 128B_PACKED"),
    ("cpu@EVENT\\,cmask\\=1@ / c2\\-residency", "cpu@EVENT\\,cmask\\=1@ / c2\\-residency"),
    ("msr@tsc\\,cpu=cpu_atom@", "msr@tsc\\,cpu\\=cpu_atom@"),
    ("a >= b <= c", "a >= b <= c"),
    ("a >=b<=c", "a >= b <= c"),
    ("d_ratio( a ,b )+source_count( a )", "d_ratio(a, b) + source_count(a)"),
    (
      "has_event(a) | aggr_nr(b) | strcmp_cpuid_str(0x410fd493)",
      "has_event(a) | aggr_nr(b) | strcmp_cpuid_str(0x410fd493)"
    ),
    ("\\if + \\12 + \\NaN", "\\if + \\12 + \\NaN"),
    ("1e+3", "1e + 3"),
    ("1E3", "1E3"),
  ])
  func `are printed with no more parentheses than needed`(text: String, printed: String) throws {
    let expression = try MetricExpression(parsing: text)
    #expect(expression.description == printed)
    #expect(try MetricExpression(parsing: printed) == expression)
  }

  @Test func `name events as they are written elsewhere`() throws {
    let text = "cpu_core@A.B\\,cmask\\=1@ / (c2\\-residency + A.B) if has_event(other) else A.B"
    let expression = try MetricExpression(parsing: text)
    #expect(expression.names == ["cpu_core/A.B,cmask=1/", "c2-residency", "A.B"])
  }

  @Test func `tell literals apart from events`() throws {
    let expression = try MetricExpression(parsing: "#SMT_on + #num_cpus_online * #SMT_on + smt_on")
    #expect(expression.literals == [MetricLiteral("SMT_on"), .onlineCPUs])
    #expect(expression.names == ["smt_on"])
  }

  @Test(arguments: [
    ("N0|N1|+|", "N0 + N1"),
    ("N0|N1|2|*|+|N2|4|*|+|", "N0 + N1 * 2 + N2 * 4"),
    ("N0|N1|-|N2|+|N3|-", "N0 - N1 + N2 - N3"),
    ("N0| 512 |128|/|*|N1|+|", "N0 * (512 / 128) + N1"),
    ("N0|#|*", "N0 * #cpu_max_freq"),
    ("N0|-1|*", nil as String?),
  ])
  func `in postfix order`(text: String, printed: String?) throws {
    let expression = try? MetricExpression(parsing: text, language: .postfix)
    #expect(expression?.description == printed)
  }

  @Test(arguments: [
    ("1.0E-06*(PMC0+PMC1*4.0)/time", "0.000001 * (PMC0 + PMC1 * 4) / #duration_s"),
    ("1.E-06*(FIXC1/FIXC2)/inverseClock", "0.000001 * (FIXC1 / FIXC2) / #inverse_clock"),
    ("CBOX0C0:STATE=0x3F*64.0", "CBOX0C0:STATE\\=0x3F * 64"),
  ])
  func `of LIKWID`(text: String, printed: String) throws {
    let expression = try MetricExpression(parsing: text, language: .likwid)
    #expect(expression.description == printed)
  }

  @Test(arguments: [
    (
      "100 * ( a / ( b ) ) if c > = 2 else max( d , 0 )",
      "(100 * (a / b) if c >= 2 else max(d, 0))"
    ),
    (
      "metric_TMA_..Fetch_Latency(%) > 10 & a:c1:e1 < 1e9",
      "metric_TMA_..Fetch_Latency\\(\\%\\) > 10 & a:c1:e1 < 1e9"
    ),
    ("4K_Aliasing > 1.5E-3 & 1e9 < a", "4K_Aliasing > 0.0015 & 1e9 < a"),
  ])
  func `of perfmon`(text: String, printed: String) throws {
    let expression = try MetricExpression(parsing: text, language: .perfmon)
    #expect(expression.description == printed)
    #expect(try MetricExpression(parsing: printed) == expression)
  }

  @Test(arguments: [
    ("", 0, MetricProblem.empty),
    (" ", 0, .empty),
    ("a +", 3, .missingOperand),
    ("* a", 0, .missingOperand),
    ("a b", 2, .missingOperator),
    ("2 (a)", 2, .missingOperator),
    ("(a + b", 0, .unbalancedParenthesis),
    ("a + b)", 5, .unbalancedParenthesis),
    ("min(a, b", 0, .unbalancedParenthesis),
    ("a, b", 1, .unexpectedComma),
    ("(a, b)", 2, .unexpectedComma),
    ("a if b", 2, .missingElse),
    ("(a if b) else c", 3, .missingElse),
    ("a else b", 2, .missingIf),
    ("a if b if c else d", 7, .nestedCondition),
    ("sum(a, b)", 0, .unknownFunction("sum")),
    ("1 + max(a)", 4, .argumentCount(function: "max", expected: 2, found: 1)),
    ("min(a, b, c)", 0, .argumentCount(function: "min", expected: 2, found: 3)),
    ("max", 0, .argumentCount(function: "max", expected: 2, found: 0)),
    ("has_event(1)", 10, .argumentNotName(function: "has_event")),
    ("has_event(a + b)", 12, .argumentNotName(function: "has_event")),
    ("has_event", 0, .argumentNotName(function: "has_event")),
    ("a + \u{e9}", 4, .unexpectedCharacter("\u{e9}")),
    ("a # b", 2, .unexpectedCharacter("#")),
    ("a == b", 2, .unexpectedCharacter("=")),
    ("a\\", 1, .unexpectedCharacter("\\")),
    ("if a else b", 0, .missingOperand),
    ("a if", 4, .missingOperand),
    ("a if b else", 11, .missingOperand),
    ("()", 1, .missingOperand),
  ])
  func `that are wrong say where`(text: String, position: Int, problem: MetricProblem) {
    let error = #expect(throws: MetricError.self) { try MetricExpression(parsing: text) }
    #expect(error?.problem == problem)
    #expect(error?.position == position)
  }

  @Test(arguments: [
    ("N0|+|", MetricProblem.missingOperand), ("N0|N1|", .missingOperator), ("|", .empty),
    ("N0|N 1|+", .unexpectedCharacter("N 1")), ("N0|2x|+", .unexpectedCharacter("2x")),
  ])
  func `in postfix order that are wrong`(text: String, problem: MetricProblem) {
    let error = #expect(throws: MetricError.self) {
      try MetricExpression(parsing: text, language: .postfix)
    }
    #expect(error?.problem == problem)
  }

  @Test func `of LIKWID know no powers`() {
    let error = #expect(throws: MetricError.self) {
      try MetricExpression(parsing: "PMC0^2", language: .likwid)
    }
    #expect(error?.problem == .unsupportedOperator("^"))
  }

  @Test func `are one sentence when wrong`() {
    let error = #expect(throws: MetricError.self) { try MetricExpression(parsing: "1 + max(a)") }
    #expect(
      error?.description
        == #"the function "max" takes 2 arguments, not 1 (at character 5 of "1 + max(a)")"#)
  }

  @Test(arguments: [
    ("(", ")"), ("-", ""), ("max(1, ", ")"), ("a - (", ")"), ("1 if 0 else ", ""),
    ("(2 if a else ", ")"), ("0 + ", ""), ("a * (1 + ", ")"),
  ])
  func `may be as deep as they like`(open: String, close: String) throws {
    // A stack would end long before.
    let count = 20_000
    let text: String =
      String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
    let expression = try MetricExpression(parsing: text)
    #expect(try MetricExpression(parsing: expression.description) == expression)
    #expect(!expression.simplified().description.isEmpty)
    #expect(try expression.evaluate(counts: ["a": 0]).isFinite)
  }

  @Test func `have a limit of length`() {
    let error = #expect(throws: MetricError.self) {
      try MetricExpression(parsing: String(repeating: "a+", count: 1 << 20))
    }
    #expect(error?.problem == .tooLong(limit: MetricExpression.lengthLimit))
    #expect(error?.formula.utf8.count == 4096)
  }
}
