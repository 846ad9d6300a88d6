extension MetricCatalog {
  /// Tells which metrics the formula of one names.
  ///
  /// - Parameter metric: A metric of this catalog.
  /// - Returns: The metrics in the order of their first use.
  public func requiredMetrics(of metric: Metric) -> [Metric] {
    guard metric.definition.language == .perf else { return [] }
    return metric.expression.names.compactMap { name in
      self.metric(named: name, for: metric.definition.unit)
    }
  }

  /// Tells which events must be counted for metrics, with those of all that they need.
  ///
  /// - Parameters:
  ///   - wanted: Metrics of this catalog.
  ///   - environment: What is known beforehand; events in branches of formulas that
  ///     are not taken on such a machine are left out.
  /// - Returns: The distinct events in the order of their first use.
  /// - Throws: ``MetricError`` if metrics need each other in a circle, or if one is not of
  ///   this catalog.
  public func requiredEvents(
    of wanted: [Metric], in environment: MetricEnvironment = MetricEnvironment()
  ) throws(MetricError) -> [String] {
    try plan(for: wanted, in: environment).events
  }

  /// Tells in which order metrics can be computed, those that they need among them.
  ///
  /// - Parameter wanted: Metrics of this catalog.
  /// - Returns: Each metric once, after all that it needs.
  /// - Throws: ``MetricError`` if metrics need each other in a circle, or if one is not of
  ///   this catalog.
  public func evaluationOrder(of wanted: [Metric]) throws(MetricError) -> [Metric] {
    var order = MetricOrder(catalog: self, expressions: metrics.map(\.expression))
    for metric in wanted { try order.add(place(of: metric)) }
    return order.places.map { metrics[$0] }
  }

  /// Puts all formulas that a metric needs into its own, so that only events are left.
  ///
  /// - Parameter metric: A metric of this catalog.
  /// - Returns: A formula over events.
  /// - Throws: ``MetricError`` if metrics need each other in a circle, or if the formula
  ///   would get more than a million parts.
  public func expressionOverEvents(of metric: Metric) throws(MetricError) -> MetricExpression {
    let limit: Int = 1_000_000
    var order = MetricOrder(catalog: self, expressions: metrics.map(\.expression))
    let wanted: Int = try place(of: metric)
    try order.add(wanted)
    var inlined: [Int: MetricExpression] = [:]
    for place in order.places {
      let expression: MetricExpression = metrics[place].expression
      let parts: [MetricExpression?] = expression.names.map { (name) -> MetricExpression? in
        self.place(of: name, neededBy: place).flatMap { inlined[$0] }
      }
      var size: Int = expression.nodes.count
      for node in expression.nodes where node.operation == .name {
        size += parts[node.place]?.nodes.count ?? 0
      }
      guard size <= limit else {
        throw MetricError(formula: metric.name, problem: .tooLarge(limit: limit))
      }
      inlined[place] = expression.substituting { (name) -> MetricExpression? in
        self.place(of: name, neededBy: place).flatMap { inlined[$0] }
      }
    }
    return inlined[wanted] ?? metric.expression
  }
}
