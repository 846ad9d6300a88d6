extension MetricExpression: CustomStringConvertible {
  /// The formula in perf's language, with no more parentheses than it needs.
  ///
  /// It is read again as an equal expression. Perf itself reads it too, unless it has
  /// one of the operators `<=` and `>=` or a name or literal that perf does not know.
  public var description: String {
    var printer = MetricPrinter(self)
    return printer.print()
  }
}

/// Writes an expression in perf's language without recursion.
private struct MetricPrinter {
  enum Step {
    case node(Int)
    case text(StaticString)
    case sign(MetricOperation)
  }

  let expression: MetricExpression
  var text: String = ""
  /// What is still to be written, the next at the end.
  var steps: [Step] = []

  init(_ expression: MetricExpression) {
    self.expression = expression
  }

  mutating func print() -> String {
    steps = [.node(expression.nodes.count - 1)]
    while let step = steps.popLast() {
      switch step {
      case .text(let part): text += "\(part)"
      case .sign(let operation):
        text += " "
        text += operation.spelling
        text += " "
      case .node(let place): write(place)
      }
    }
    return text
  }

  private mutating func write(_ place: Int) {
    let node: MetricNode = expression.nodes[place]
    switch node.operation {
    case .number: text += DecimalText.text(of: node.number)
    case .literal: text += expression.literals[node.place].description
    case .name: text += PerfName.escaped(expression.text(of: node))
    case .sourceCount, .aggregateCount, .hasEvent, .matchesCPU:
      let argument: String = PerfName.escaped(expression.text(of: node))
      text += "\(node.operation.spelling)(\(argument))"
    case .negate:
      text += "-"
      push(place - 1, inParentheses: expression.nodes[place - 1].operation.rank != nil)
    case .select: pushSelection(place)
    case .minimum, .maximum, .ratio:
      text += "\(node.operation.spelling)("
      steps += [.text(")"), .node(place - 1), .text(", "), .node(before(place - 1))]
    default: pushOperator(place, node.operation)
    }
  }

  private mutating func pushOperator(_ place: Int, _ operation: MetricOperation) {
    let (left, right): (Int, Int) = (before(place - 1), place - 1)
    let rank: Int = operation.rank ?? 0
    push(right, inParentheses: self.rank(of: right) <= rank)
    steps.append(.sign(operation))
    push(left, inParentheses: self.rank(of: left) < rank)
  }

  private func rank(of place: Int) -> Int {
    expression.nodes[place].operation.rank ?? .max
  }

  private mutating func pushSelection(_ place: Int) {
    let alternative: Int = place - 1
    let condition: Int = before(alternative)
    steps += [
      .text(")"), .node(alternative), .text(" else "), .node(condition), .text(" if "),
      .node(before(condition)), .text("("),
    ]
  }

  private mutating func push(_ place: Int, inParentheses: Bool) {
    if inParentheses { steps.append(.text(")")) }
    steps.append(.node(place))
    if inParentheses { steps.append(.text("(")) }
  }

  /// The last node of the part before the one that ends at a place.
  private func before(_ place: Int) -> Int {
    place - Int(expression.nodes[place].size)
  }
}
