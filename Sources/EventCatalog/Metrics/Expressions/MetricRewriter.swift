/// Simplifies an expression by the rules of perf's own generator of tables.
///
/// Equal parts are found by numbering them: two parts are equal if they have the same
/// number, so that comparing them costs nothing.
struct MetricRewriter {
  /// A part of the result: an operation and the numbers of what it takes.
  struct Part: Hashable {
    var operation: MetricOperation
    var payload: UInt64 = 0
    var first: Int32 = -1
    var second: Int32 = -1
    var third: Int32 = -1
  }

  /// A part of the result in the making.
  struct Value {
    var number: Int32
    /// Whether the formula itself has a constant here, not only after other rules.
    ///
    /// Some rules of the generator apply to such constants alone.
    var isWritten: Bool = false
  }

  let expression: MetricExpression
  let environment: MetricEnvironment?
  /// Whether rules of the generator are left out that change values in rare cases.
  var keepsValues: Bool { environment != nil }
  var parts: [Part] = []
  private var numberOfPart: [Part: Int32] = [:]
  private var values: [Value] = []

  init(_ expression: MetricExpression, in environment: MetricEnvironment? = nil) {
    self.expression = expression
    self.environment = environment
  }

  mutating func rewrite() -> MetricExpression {
    for node in expression.nodes {
      switch node.operation.arity {
      case 0: values.append(leaf(node))
      case 1: values[values.count - 1] = negated(values[values.count - 1])
      case 2:
        let right: Value = values.removeLast()
        values[values.count - 1] = combined(node.operation, values[values.count - 1], right)
      default:
        let alternative: Value = values.removeLast()
        let condition: Value = values.removeLast()
        let value: Value = values[values.count - 1]
        values[values.count - 1] = selected(value, condition, alternative)
      }
    }
    return assembled()
  }

  func constant(_ value: Value) -> Double? {
    let part: Part = parts[Int(value.number)]
    return part.operation == .number ? Double(bitPattern: part.payload) : nil
  }

  mutating func make(_ part: Part) -> Value {
    if let known = numberOfPart[part] { return Value(number: known) }
    let number = Int32(truncatingIfNeeded: parts.count)
    parts.append(part)
    numberOfPart[part] = number
    return Value(number: number)
  }

  mutating func make(_ number: Double, isWritten: Bool = false) -> Value {
    var value: Value = make(Part(operation: .number, payload: number.bitPattern))
    value.isWritten = isWritten
    return value
  }

  /// A number, name or the like, or what the environment says of it.
  private mutating func leaf(_ node: MetricNode) -> Value {
    if node.operation == .number { return make(node.number, isWritten: true) }
    if let environment, let known = expression.known(node, in: environment) { return make(known) }
    return make(Part(operation: node.operation, payload: node.payload))
  }

  /// The result in postfix order.
  private func assembled() -> MetricExpression {
    var builder = MetricExpressionBuilder()
    /// Parts to be written; one whose values are written already has a negative sign.
    var steps: [Int32] = [values[0].number]
    while let step = steps.popLast() {
      let part: Part = parts[Int(step < 0 ? ~step : step)]
      if part.operation.arity == 0 {
        let node = MetricNode(operation: part.operation, size: 1, payload: part.payload)
        builder.append(leaf: node, of: expression)
      } else if step < 0 {
        _ = builder.append(part.operation)
      } else {
        steps.append(~step)
        for number in [part.third, part.second, part.first] where number >= 0 {
          steps.append(number)
        }
      }
    }
    return MetricExpression(builder)
  }
}
