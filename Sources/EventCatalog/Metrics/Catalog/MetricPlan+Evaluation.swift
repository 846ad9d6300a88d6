extension MetricPlan {
  /// Computes all metrics from counts.
  ///
  /// - Parameters:
  ///   - counts: The counts by event; one that is missing spoils only the metrics
  ///     that depend on it.
  ///   - environment: What is known of the machine and the measurement.
  /// - Returns: A value for each of ``metrics``.
  public func evaluate(
    counts: [String: Double], in environment: MetricEnvironment = MetricEnvironment()
  ) -> [MetricReading] {
    evaluate(in: environment) { counts[$0] }
  }

  /// Computes all metrics from counts that a closure finds.
  ///
  /// - Parameters:
  ///   - environment: What is known of the machine and the measurement.
  ///   - count: Tells the count of an event, or nil if there is none.
  /// - Returns: A value for each of ``metrics``.
  public func evaluate(
    in environment: MetricEnvironment = MetricEnvironment(), count: (String) -> Double?
  ) -> [MetricReading] {
    let counts: [Double?] = events.map(count)
    var values: [MetricValue] = []
    var errors: [MetricError?] = []
    values.reserveCapacity(steps.count)
    errors.reserveCapacity(steps.count)
    for step in steps {
      let value: MetricValue = step.expression.run(
        in: environment, value: { self.value(of: step.sources[$0], counts, values) },
        isPresent: { count($0) != nil })
      values.append(value)
      errors.append(error(of: value, in: step, after: errors))
    }
    return metrics.indices.map { place in
      let step: Int = stepOfMetric[place]
      let value: Result<Double, MetricError> =
        errors[step].map { .failure($0) } ?? .success(values[step].number)
      return MetricReading(
        metric: metrics[place], value: value,
        deservesAttention: check(place, in: environment, counts, values))
    }
  }

  private func value(
    of source: Source, _ counts: [Double?], _ values: [MetricValue]
  ) -> MetricValue {
    switch source {
    case .event(let place): MetricValue(counts[place])
    case .metric(let step): values[step]
    }
  }

  /// Why a formula has no value: what it misses itself, or what one that it needs misses.
  private func error(
    of value: MetricValue, in step: Formula, after errors: [MetricError?]
  ) -> MetricError? {
    guard value.missing >= 0 else { return nil }
    let node: MetricNode = step.expression.nodes[Int(value.missing)]
    if node.operation == .name, case .metric(let needed) = step.sources[node.place] {
      return errors[needed]
    }
    return step.expression.error(at: node)
  }

  private func check(
    _ place: Int, in environment: MetricEnvironment, _ counts: [Double?], _ values: [MetricValue]
  ) -> Bool? {
    guard place < thresholds.count, let threshold = thresholds[place] else { return nil }
    let value: MetricValue = threshold.expression.run(
      in: environment, value: { self.value(of: threshold.sources[$0], counts, values) },
      isPresent: { _ in false })
    return value.missing >= 0 || value.number.isNaN ? nil : value.number != 0
  }
}
