extension MetricExpression {
  /// Computes the value from counts.
  ///
  /// The rules are those of perf: a division by zero gives a value that is not a
  /// number, only `d_ratio` gives zero; operators on bits cut off fractions, and give
  /// a value that is not a number for operands beyond 64 bits; a condition that is not
  /// a number counts as true. The branch of a condition that is not taken needs no
  /// counts.
  ///
  /// - Parameters:
  ///   - counts: The count of each name, or the value of another metric.
  ///   - environment: What is known of the machine and the measurement.
  /// - Returns: The value, which may be not a number.
  /// - Throws: ``MetricError`` if a count or a value of the machine is missing that
  ///   the result depends on.
  public func evaluate(
    counts: [String: Double], in environment: MetricEnvironment = MetricEnvironment()
  ) throws(MetricError) -> Double {
    try evaluate(in: environment) { counts[$0] }
  }

  /// Computes the value from counts that a closure finds.
  ///
  /// - Parameters:
  ///   - environment: What is known of the machine and the measurement.
  ///   - count: Tells the count of a name, or nil if there is none; it is asked anew for
  ///     each place where the name stands.
  /// - Returns: The value, which may be not a number.
  /// - Throws: ``MetricError`` if a count or a value of the machine is missing that
  ///   the result depends on.
  public func evaluate(
    in environment: MetricEnvironment = MetricEnvironment(), count: (String) -> Double?
  ) throws(MetricError) -> Double {
    let outcome: MetricValue = run { (node: MetricNode) -> MetricValue in
      leaf(node, in: environment, count: count)
    }
    guard outcome.missing >= 0 else { return outcome.number }
    throw MetricError(formula: description, problem: problem(of: nodes[Int(outcome.missing)]))
  }

  /// Computes the values of all nodes in order and returns the last one.
  private func run(leaf: (MetricNode) -> MetricValue) -> MetricValue {
    unsafe withUnsafeTemporaryAllocation(of: MetricValue.self, capacity: depth) { values in
      var top: Int = 0
      for (place, node) in nodes.enumerated() {
        switch node.operation.arity {
        case 0:
          var value: MetricValue =
            node.operation == .number ? MetricValue(node.number) : leaf(node)
          if value.missing >= 0 { value.missing = Int32(truncatingIfNeeded: place) }
          unsafe values[top] = value
          top += 1
        case 1:
          unsafe values[top - 1].number.negate()
        case 2:
          top -= 1
          unsafe values[top - 1].combine(node.operation, values[top])
        default:
          top -= 2
          let condition: MetricValue = unsafe values[top]
          if condition.missing >= 0 {
            unsafe values[top - 1] = condition
          } else if condition.number == 0 {
            unsafe values[top - 1] = values[top + 1]
          }
        }
      }
      return unsafe values[0]
    }
  }

  private func leaf(
    _ node: MetricNode, in environment: MetricEnvironment, count: (String) -> Double?
  ) -> MetricValue {
    switch node.operation {
    case .name: return MetricValue(count(texts[node.place]))
    case .literal: return MetricValue(environment[literals[node.place]])
    case .sourceCount: return MetricValue(environment.sourceCounts[texts[node.place]] ?? 1)
    case .aggregateCount: return MetricValue(environment.aggregateCounts[texts[node.place]] ?? 1)
    case .hasEvent:
      let event: String = texts[node.place]
      return MetricValue(environment.presentEvents?.contains(event) ?? (count(event) != nil))
    default: return MetricValue(environment.isCPU(texts[node.place]).map { $0 ? 1 : 0 })
    }
  }

  /// What to say of a node without a value.
  private func problem(of node: MetricNode) -> MetricProblem {
    switch node.operation {
    case .name: .missingCount(event: texts[node.place])
    case .literal: .missingLiteral(literals[node.place])
    default: .missingCPU
    }
  }
}
