import TestSupport

/// Formulas of perf at random, which use every operator and function.
struct RandomFormulas {
  var random: SeededGenerator
  /// Whether operators on bits are among them.
  var hasBits: Bool = true

  static let names = ["a", "b.c", "D_e:f", "zero", "cpu@x\\,y\\=1@", "c2\\-res", "128B", "0x10"]
  private static let numbers = [
    "0", "1", "2", "10", "1e9", "1e-3", "0.5", ".25", "3.", "12345.678", "1000000", "7e22", "NaN",
  ]
  private static let operators = ["+", "-", "*", "/", "%", "<", ">", "<=", ">=", "|", "^", "&"]

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int(random.next() % UInt64(texts.count))]
  }

  /// A formula of at most this depth, in superfluous parentheses at times.
  mutating func formula(depth: Int) -> String {
    let text: String = bareFormula(depth: depth)
    return random.next() % 4 == 0 ? "(\(text))" : text
  }

  private mutating func bareFormula(depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch random.next() % 10 {
    case 0: return leaf()
    case 1: return "-\(operand(depth: depth - 1))"
    case 2, 3:
      let function: String = pick(["min", "max", "d_ratio"])
      return "\(function)(\(formula(depth: depth - 1)),\(formula(depth: depth - 1)))"
    case 4:
      let value: String = formula(depth: depth - 1)
      let condition: String = formula(depth: depth - 1)
      return "(\(value)) if (\(condition)) else \(formula(depth: depth - 1))"
    default:
      let sign: String = pick(hasBits ? Self.operators : Array(Self.operators.prefix(9)))
      return "\(operand(depth: depth - 1)) \(sign) \(operand(depth: depth - 1))"
    }
  }

  /// A formula that no operator tears apart, or one that it does.
  private mutating func operand(depth: Int) -> String {
    let text: String = bareFormula(depth: depth)
    return text.contains(" if ") || random.next() % 2 == 0 ? "(\(text))" : text
  }

  private mutating func leaf() -> String {
    switch random.next() % 8 {
    case 0, 1, 2: pick(Self.numbers)
    case 3:
      pick(["source_count(a)", "has_event(a)", "has_event(none)", "aggr_nr(zero)", "#SMT_on"])
    default: pick(Self.names)
    }
  }
}
