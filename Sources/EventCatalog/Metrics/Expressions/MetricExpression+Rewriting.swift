extension MetricExpression {
  /// Returns the shorter expression that perf's own generator of tables makes of this one.
  ///
  /// Constants are computed, sums with zero and products with zero or one vanish,
  /// conditions that are known or make no difference are decided, and a constant is
  /// compared with from the right. The value is the same but for two cases: a product
  /// with zero is zero even if the other side is not a number, and `|` with zero no
  /// longer cuts off a fraction.
  ///
  /// - Returns: An expression whose description is the text in perf's tables.
  public func simplified() -> MetricExpression {
    var rewriter = MetricRewriter(self)
    return rewriter.rewrite()
  }

  /// Returns the expression with what is known of a machine put in.
  ///
  /// Conditions that are then decided leave only the branch that is taken, so that
  /// ``names`` of the result are those which this machine needs. The value is the same.
  ///
  /// - Parameter environment: What is known.
  /// - Returns: An expression that needs no more than this one.
  public func resolved(in environment: MetricEnvironment) -> MetricExpression {
    var rewriter = MetricRewriter(self, in: environment)
    return rewriter.rewrite()
  }

  /// What an environment says of a node that takes no values, or nil if nothing.
  func known(_ node: MetricNode, in environment: MetricEnvironment) -> Double? {
    switch node.operation {
    case .literal: return environment[literals[node.place]]
    case .sourceCount: return environment.sourceCounts[queries[node.place]]
    case .aggregateCount: return environment.aggregateCounts[queries[node.place]]
    case .hasEvent:
      return environment.presentEvents.map { $0.contains(queries[node.place]) ? 1 : 0 }
    case .matchesCPU: return environment.isCPU(queries[node.place]).map { $0 ? 1 : 0 }
    default: return nil
    }
  }

  /// Returns the expression with others put in for some of its names.
  ///
  /// Names that are only asked about, as by `has_event`, stay as they are.
  ///
  /// - Parameter replacement: Tells what a name stands for, or nil if it stays.
  /// - Returns: The expression with the others put in.
  /// - Throws: What the closure throws.
  public func substituting<Failure: Error>(
    _ replacement: (String) throws(Failure) -> MetricExpression?
  ) throws(Failure) -> MetricExpression {
    var builder = MetricExpressionBuilder()
    for node in nodes {
      if node.operation == .name, let other = try replacement(names[node.place]) {
        builder.append(contentsOf: other)
      } else if node.operation.arity > 0 {
        _ = builder.append(node.operation)
      } else {
        builder.append(leaf: node, of: self)
      }
    }
    return MetricExpression(builder)
  }

  /// Returns the expression with a value in the place for a parameter in its names.
  ///
  /// - Parameter parameter: The value, such as the number of a chip.
  /// - Returns: An expression without such places.
  public func settingParameter(_ parameter: Int) -> MetricExpression {
    guard hasParameter else { return self }
    let mark: Character = "?"
    var builder = MetricExpressionBuilder()
    for node in nodes {
      if node.operation.arity > 0 {
        _ = builder.append(node.operation)
      } else if node.operation.refersToName {
        let parts: [Substring] = text(of: node).split(
          separator: mark, omittingEmptySubsequences: false)
        builder.append(node.operation, text: parts.joined(separator: String(parameter)))
      } else {
        builder.append(leaf: node, of: self)
      }
    }
    return MetricExpression(builder)
  }
}
