/// Formulas of presets in the order in which people read them.
enum PostfixText {
  /// A formula with the names of events instead of their numbers.
  ///
  /// What is not a postfix formula stays as it is.
  static func infix(_ metric: MetricDefinition) -> String {
    var names: [Substring: String] = [:]
    for operand in metric.operands { names[operand.alias[...]] = operand.value }
    var stack: [Part] = []
    for token in metric.formula.split(separator: "|") {
      guard let operation = operations[token] else {
        stack.append(Part(text: names[token] ?? String(token), strength: 3))
        continue
      }
      guard let right = stack.popLast(), let left = stack.popLast() else { return metric.formula }
      let isSensitive: Bool = token == "-" || token == "/"
      let rightText: String = right.text(within: operation + (isSensitive ? 1 : 0))
      stack.append(
        Part(text: "\(left.text(within: operation)) \(token) \(rightText)", strength: operation))
    }
    guard stack.count == 1, let whole = stack.first else { return metric.formula }
    return whole.text
  }

  private static let operations: [Substring: Int] = ["+": 1, "-": 1, "*": 2, "/": 2, "%": 2]

  private struct Part {
    var text: String
    var strength: Int

    func text(within strength: Int) -> String {
      self.strength < strength ? "(\(text))" : text
    }
  }
}
