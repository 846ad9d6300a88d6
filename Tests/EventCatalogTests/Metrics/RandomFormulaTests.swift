import TestSupport
import Testing

@testable import EventCatalog

@Suite("Formulas at random")
struct RandomFormulaTests {
  private static let counts: [String: Double] = [
    "a": 3, "b.c": 1e6, "D_e:f": 0.75, "zero": 0, "cpu/x,y=1/": 17, "c2-res": 1000, "128B": 2,
    "0x10": 5,
  ]
  private static let environment = MetricEnvironment([.smtOn: 1])

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `are printed and read again`(seed: UInt64) throws {
    var formulas = RandomFormulas(random: SeededGenerator(seed: seed))
    for _ in 0..<100 {
      let text: String = formulas.formula(depth: 6)
      let expression = try MetricExpression(parsing: text)
      let printed: String = expression.description
      #expect(try MetricExpression(parsing: printed) == expression, "\(text)")
      let simplified: MetricExpression = expression.simplified()
      #expect(try MetricExpression(parsing: simplified.description) == simplified, "\(text)")
      #expect(simplified.nodes.count <= expression.nodes.count)
    }
  }

  @Test(arguments: 21...30 as ClosedRange<UInt64>)
  func `have the same value after they are simplified`(seed: UInt64) throws {
    // Without operators on bits, of which the simple form may keep a fraction.
    var formulas = RandomFormulas(random: SeededGenerator(seed: seed), hasBits: false)
    for _ in 0..<100 {
      let expression = try MetricExpression(parsing: formulas.formula(depth: 6))
      let value: Double = try expression.evaluate(counts: Self.counts, in: Self.environment)
      let simplified: MetricExpression = expression.simplified()
      let other: Double = try simplified.evaluate(counts: Self.counts, in: Self.environment)
      // A product with zero is zero even if the other side is not a number.
      guard !value.isNaN else { continue }
      #expect(Optional(value).agrees(with: other), "\(expression) and \(simplified)")
    }
  }

  @Test(.enabled(if: PythonEvaluator.isAvailable, "python3 cannot be started"))
  func `have the value that Python computes`() throws {
    var formulas = RandomFormulas(random: SeededGenerator(seed: 31))
    var questions: [PythonEvaluator.Question] = []
    var own: [Double?] = []
    for _ in 0..<2000 {
      let text: String = formulas.formula(depth: 6)
      questions.append(
        .init(text: text, language: "perf", counts: Self.counts, literals: ["smt_on": 1]))
      let expression = try MetricExpression(parsing: text)
      own.append(try expression.evaluate(counts: Self.counts, in: Self.environment))
    }
    let values: [Double?] = try PythonEvaluator.values(of: questions)
    try #require(values.count == own.count)
    for (index, question) in questions.enumerated() {
      #expect(own[index].agrees(with: values[index]), "\(question.text)")
    }
  }

  @Test(arguments: 41...50 as ClosedRange<UInt64>)
  func `that are damaged end in an error or a formula`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var formulas = RandomFormulas(random: SeededGenerator(seed: seed))
    for _ in 0..<200 {
      var bytes = Array(formulas.formula(depth: 4).utf8)
      for _ in 0..<3 {
        let place = Int(random.next() % UInt64(bytes.count))
        bytes[place] = UInt8(ascii: "()-+,\\@if %".unicodeScalars.randomElement(using: &random)!)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for language in [FormulaLanguage.perf, .perfmon, .postfix, .likwid] {
        do throws(MetricError) {
          let expression = try MetricExpression(parsing: text, language: language)
          #expect(try MetricExpression(parsing: expression.description) == expression)
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }

  @Test func `that are cut off end in an error or a formula`() {
    let text = "(a if has_event(b\\-c) else max(1e-3, cpu@x\\,y@ >= 2)) * #smt_on - -.5 ^ \\if"
    for length in 0...text.utf8.count {
      let part = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      do throws(MetricError) {
        let expression = try MetricExpression(parsing: part)
        #expect(try MetricExpression(parsing: expression.description) == expression)
      } catch {
        #expect((error.position ?? -1) <= length)
      }
    }
  }
}
