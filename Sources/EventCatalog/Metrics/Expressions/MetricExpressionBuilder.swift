/// Puts an expression together node by node, in postfix order.
///
/// Two builders that are given the same nodes hold equal expressions.
struct MetricExpressionBuilder {
  private(set) var nodes: [MetricNode] = []
  private(set) var names = InterningTable<String>()
  private(set) var queries = InterningTable<String>()
  private(set) var literals = InterningTable<MetricLiteral>()
  /// How many values the nodes leave.
  private(set) var height: Int = 0
  /// The most values that the nodes leave at any moment.
  private(set) var depth: Int = 0

  mutating func append(number: Double) {
    // One bit pattern for all that is not a number makes equal expressions equal.
    let canonical: Double = number.isNaN ? .nan : number
    push(MetricNode(operation: .number, size: 1, payload: canonical.bitPattern))
  }

  mutating func append(_ operation: MetricOperation, text: String) {
    let place: Int = operation == .name ? names.place(of: text) : queries.place(of: text)
    push(MetricNode(operation: operation, size: 1, payload: UInt64(place)))
  }

  mutating func append(literal: MetricLiteral) {
    let place: Int = literals.place(of: literal)
    push(MetricNode(operation: .literal, size: 1, payload: UInt64(place)))
  }

  /// Appends what takes the last values; false if there are too few.
  mutating func append(_ operation: MetricOperation) -> Bool {
    let arity: Int = operation.arity
    guard arity > 0, height >= arity else { return false }
    if operation == .negate, let last = nodes.last, last.operation == .number {
      // A negative number is one node, so that it is the same however it was written.
      nodes.removeLast()
      height -= 1
      append(number: -last.number)
      return true
    }
    var size: Int = 1
    for _ in 0..<arity { size += Int(nodes[nodes.count - size].size) }
    height -= arity
    push(MetricNode(operation: operation, size: Int32(truncatingIfNeeded: size), payload: 0))
    return true
  }

  /// Appends a node of an expression other than what takes values.
  mutating func append(leaf node: MetricNode, of expression: MetricExpression) {
    if node.operation == .number {
      append(number: node.number)
    } else if node.operation == .literal {
      append(literal: expression.literals[node.place])
    } else {
      append(node.operation, text: expression.text(of: node))
    }
  }

  /// Appends all nodes of another expression, which leave one value.
  mutating func append(contentsOf expression: MetricExpression) {
    for node in expression.nodes {
      if node.operation.arity > 0 {
        _ = append(node.operation)
      } else {
        append(leaf: node, of: expression)
      }
    }
  }

  private mutating func push(_ node: MetricNode) {
    nodes.append(node)
    height += 1
    depth = max(depth, height)
  }
}
