/// Metrics made ready to be computed again and again from counts of the same events.
///
/// Metrics that others need are computed once for all of them.
public struct MetricPlan: Sendable {
  /// Where a name in a formula gets its value from.
  enum Source: Sendable {
    case event(Int)
    case metric(Int)
  }

  /// A formula with the sources of its names.
  struct Formula: Sendable {
    var expression: MetricExpression
    var sources: [Source]
  }

  /// The events whose counts are needed, in the order of their first use.
  public let events: [String]
  /// The metrics that were asked for, in that order.
  public let metrics: [Metric]
  /// The formulas in the order of their computation.
  let steps: [Formula]
  /// Which step is whose, for the metrics that were asked for.
  let stepOfMetric: [Int]
  let thresholds: [Formula?]
}

extension MetricCatalog {
  /// Makes metrics ready to be computed.
  ///
  /// - Parameters:
  ///   - wanted: Metrics of this catalog.
  ///   - environment: What is known beforehand; events in branches of formulas that
  ///     are not taken on such a machine are not needed.
  ///   - withThresholds: Whether to tell as well which values deserve attention.
  /// - Returns: A plan that names the events to count.
  /// - Throws: ``MetricError`` if metrics need each other in a circle, or if one is not of
  ///   this catalog.
  public func plan(
    for wanted: [Metric], in environment: MetricEnvironment = MetricEnvironment(),
    withThresholds: Bool = false
  ) throws(MetricError) -> MetricPlan {
    let expressions: [MetricExpression] = metrics.map { $0.expression.resolved(in: environment) }
    var order = MetricOrder(catalog: self, expressions: expressions)
    var places: [Int] = []
    for metric in wanted {
      let place: Int = try self.place(of: metric)
      try order.add(place)
      places.append(place)
    }
    let thresholds: [MetricExpression?] = withThresholds ? places.map { metrics[$0].threshold } : []
    for (place, threshold) in zip(places, thresholds) {
      for name in threshold?.names ?? [] {
        let unit: PMUUnit = metrics[place].definition.unit
        if let needed = self.place(of: name, for: unit) { try order.add(needed) }
      }
    }
    return assemble(places, order: order, thresholds: thresholds)
  }

  private func assemble(
    _ places: [Int], order: MetricOrder, thresholds: [MetricExpression?]
  ) -> MetricPlan {
    var stepOfPlace: [Int: Int] = [:]
    for (step, place) in order.places.enumerated() { stepOfPlace[place] = step }
    var events = InterningTable<String>()
    func formula(
      _ expression: MetricExpression, _ metric: (String) -> Int?
    ) -> MetricPlan.Formula {
      let sources: [MetricPlan.Source] = expression.names.map { name in
        if let needed = metric(name), let step = stepOfPlace[needed] { return .metric(step) }
        return .event(events.place(of: name))
      }
      return MetricPlan.Formula(expression: expression, sources: sources)
    }
    let steps: [MetricPlan.Formula] = order.places.map { place in
      formula(order.expressions[place]) { self.place(of: $0, neededBy: place) }
    }
    let checks: [MetricPlan.Formula?] = zip(places, thresholds).map { place, threshold in
      let unit: PMUUnit = metrics[place].definition.unit
      return threshold.map { formula($0) { self.place(of: $0, for: unit) } }
    }
    return MetricPlan(
      events: events.values, metrics: places.map { metrics[$0] }, steps: steps,
      stepOfMetric: places.map { stepOfPlace[$0] ?? 0 }, thresholds: checks)
  }
}
