/// A formula over counts of events, such as one of perf's metrics.
///
/// It is parsed once, whatever the language of its source, and can then be evaluated
/// on counts any number of times. Two expressions are equal if they are built in the
/// same way of the same names, numbers and operators; blanks, superfluous parentheses
/// and spellings of numbers do not matter.
///
/// Names stand in it as an event is written elsewhere: what a formula of perf writes
/// as `cpu@INST_RETIRED.ANY\,cmask\=1@` is the name `cpu/INST_RETIRED.ANY,cmask=1/`.
public struct MetricExpression: Hashable, Sendable {
  /// The nodes in postfix order: each comes after those that it takes.
  let nodes: [MetricNode]
  /// The distinct events and metrics whose values are needed, in the order of first use.
  ///
  /// Events that are only asked about, as by `has_event`, are not among them.
  public let names: [String]
  /// The distinct texts that are only asked about.
  let queries: [String]
  /// The distinct literals in the order of their first use.
  public let literals: [MetricLiteral]
  /// How many values must be kept at once to evaluate the nodes in order.
  let depth: Int

  /// Creates the expression that a builder holds.
  ///
  /// The builder must hold exactly one value.
  init(_ builder: MetricExpressionBuilder) {
    self.nodes = builder.nodes
    self.names = builder.names.values
    self.queries = builder.queries.values
    self.literals = builder.literals.values
    self.depth = builder.depth
  }

  /// Creates the expression of a number.
  ///
  /// - Parameter number: The number.
  public init(number: Double) {
    var builder = MetricExpressionBuilder()
    builder.append(number: number)
    self.init(builder)
  }

  /// Creates the expression of an event or another metric.
  ///
  /// - Parameter name: The name.
  public init(name: String) {
    var builder = MetricExpressionBuilder()
    builder.append(.name, text: name)
    self.init(builder)
  }

  /// Creates the expression of a literal.
  ///
  /// - Parameter literal: The literal.
  public init(literal: MetricLiteral) {
    var builder = MetricExpressionBuilder()
    builder.append(literal: literal)
    self.init(builder)
  }
}

extension MetricExpression {
  /// The value if the expression is nothing but a number.
  public var number: Double? {
    nodes.count == 1 && nodes[0].operation == .number ? nodes[0].number : nil
  }

  /// Whether a name has a place for a parameter that the user gives, such as a chip.
  public var hasParameter: Bool {
    (names + queries).contains { $0.utf8.contains(UInt8(ascii: "?")) }
  }

  /// The name or the text that is asked about.
  func text(of node: MetricNode) -> String {
    node.operation == .name ? names[node.place] : queries[node.place]
  }
}
