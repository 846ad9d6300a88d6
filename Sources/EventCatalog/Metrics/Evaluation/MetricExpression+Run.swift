extension MetricExpression {
  /// Computes the values of all nodes in order and returns the last one.
  ///
  /// The values of names are found once each and then kept beside those of the nodes.
  @inline(__always)
  func run(
    in environment: MetricEnvironment, value: (Int) -> MetricValue,
    isPresent: (String) -> Bool
  ) -> MetricValue {
    let capacity: Int = names.count + depth
    return unsafe withUnsafeTemporaryAllocation(of: MetricValue.self, capacity: capacity) {
      (values) -> MetricValue in
      for place in names.indices { unsafe values[place] = value(place) }
      var top: Int = names.count
      for place in nodes.indices {
        let node: MetricNode = nodes[place]
        switch node.operation {
        case .name, .number, .literal, .sourceCount, .aggregateCount, .hasEvent, .matchesCPU:
          var value: MetricValue =
            switch node.operation {
            case .name: unsafe values[node.place]
            case .number: MetricValue(node.number)
            default: leaf(node, in: environment, isPresent: isPresent)
            }
          if value.missing >= 0 { value.missing = Int32(truncatingIfNeeded: place) }
          unsafe values[top] = value
          top += 1
        case .negate:
          unsafe values[top - 1].number.negate()
        case .select:
          top -= 2
          let condition: MetricValue = unsafe values[top]
          if condition.missing >= 0 {
            unsafe values[top - 1] = condition
          } else if condition.number == 0 {
            unsafe values[top - 1] = values[top + 1]
          }
        default:
          top -= 1
          unsafe values[top - 1].combine(node.operation, values[top])
        }
      }
      return unsafe values[names.count]
    }
  }

  /// The value of a node that is neither a number nor a name and takes no values.
  private func leaf(
    _ node: MetricNode, in environment: MetricEnvironment, isPresent: (String) -> Bool
  ) -> MetricValue {
    if node.operation == .literal { return MetricValue(environment[literals[node.place]]) }
    let text: String = queries[node.place]
    switch node.operation {
    case .sourceCount: return MetricValue(environment.sourceCounts[text] ?? 1)
    case .aggregateCount: return MetricValue(environment.aggregateCounts[text] ?? 1)
    case .hasEvent:
      return MetricValue(environment.presentEvents?.contains(text) ?? isPresent(text))
    default: return MetricValue(environment.isCPU(text).map { $0 ? 1 : 0 })
    }
  }
}
