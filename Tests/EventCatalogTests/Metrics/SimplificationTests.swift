import EventCatalog
import Testing

@Suite("Simplified formulas")
struct SimplificationTests {
  @Test(arguments: [
    ("1 * a", "a"), ("a * 1", "a"), ("0 + a", "a"), ("a + 0", "a"), ("0 | a", "a"),
    ("a | 0", "a"), ("0 * a", "0"), ("a * 0", "0"), ("a - 0", "a - 0"), ("a / 1", "a / 1"),
    ("0 * slots", "0 * slots"), ("0 * cpu@TOPDOWN.SLOTS@", "0 * cpu@TOPDOWN.SLOTS@"),
    ("slots * 0", "0"), ("2 * 3 * a", "6 * a"), ("a * 2 * 3", "a * 2 * 3"),
    ("64 / 1e6 * a", "0.000064 * a"), ("1 / 0", "1 / 0"), ("7 % 4", "3"), ("5 | 2", "7"),
    ("1.5 | 2", "1.5 | 2"), ("1 < 2", "1"), ("5 < a", "a > 5"), ("5 > a", "a < 5"),
    ("a if 1 else b", "a"), ("a if 0 else b", "b"), ("a if b else a", "a"),
    ("(a + 1 * b if c else a + b)", "a + b"), ("d_ratio(a, a)", "d_ratio(a, a)"),
    ("d_ratio(3, 0)", "0"), ("max(2, 3)", "3"), ("(0 * a) + b", "0 + b"),
    ("-(2 * 3) * a", "-6 * a"),
    ("a + (b * 0)", "a"), ("NaN + 1", "NaN + 1"), ("a if 0 * b else c", "c"),
    ("#smt_on * 1", "#smt_on"),
  ])
  func `as perf's generator does`(text: String, result: String) throws {
    #expect(try MetricExpression(parsing: text).simplified().description == result)
  }
}
