extension MetricExpression {
  /// Computes the value from counts.
  ///
  /// The rules are those of perf: a division by zero gives a value that is not a
  /// number, only `d_ratio` gives zero; the operators `|`, `^`, `&` and `%` cut off
  /// fractions, and give a value that is not a number for operands beyond 64 bits; a
  /// condition that is not a number counts as true. The branch of a condition that is
  /// not taken needs no counts.
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
  ///   - count: Tells the count of a name, or nil if there is none.
  /// - Returns: The value, which may be not a number.
  /// - Throws: ``MetricError`` if a count or a value of the machine is missing that
  ///   the result depends on.
  public func evaluate(
    in environment: MetricEnvironment = MetricEnvironment(), count: (String) -> Double?
  ) throws(MetricError) -> Double {
    let outcome: MetricValue = run(
      in: environment, value: { MetricValue(count(names[$0])) },
      isPresent: { count($0) != nil })
    return try number(outcome)
  }

  /// Computes the value from a list of counts, which is the quickest way.
  ///
  /// - Parameters:
  ///   - values: The counts in the order of ``names``.
  ///   - environment: What is known of the machine and the measurement.
  /// - Returns: The value, which may be not a number.
  /// - Throws: ``MetricError`` if there are more or fewer counts than names, or a value
  ///   of the machine is missing that the result depends on.
  public func evaluate(
    values: [Double], in environment: MetricEnvironment = MetricEnvironment()
  ) throws(MetricError) -> Double {
    guard values.count == names.count else {
      throw MetricError(
        formula: description,
        problem: .valueCount(expected: names.count, found: values.count))
    }
    let outcome: MetricValue = run(
      in: environment, value: { MetricValue(values[$0]) }, isPresent: { names.contains($0) })
    return try number(outcome)
  }

  private func number(_ outcome: MetricValue) throws(MetricError) -> Double {
    guard outcome.missing >= 0 else { return outcome.number }
    throw error(at: nodes[Int(outcome.missing)])
  }

  /// What to say of a node whose value is missing.
  func error(at node: MetricNode) -> MetricError {
    let problem: MetricProblem =
      switch node.operation {
      case .name: .missingCount(event: names[node.place])
      case .literal: .missingLiteral(literals[node.place])
      default: .missingCPU
      }
    return MetricError(formula: description, problem: problem)
  }
}
