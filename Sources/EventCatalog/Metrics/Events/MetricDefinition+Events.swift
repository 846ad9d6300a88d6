extension MetricDefinition {
  /// Tells how perf writes an event that the formula of this metric names.
  ///
  /// A name of perf's formulas is that text already. An event of perfmon gets its
  /// qualifiers as terms of the PMU. Events of other tools are left as they are,
  /// because only their tables say what they mean.
  ///
  /// - Parameter name: One of the names of the expression.
  /// - Returns: A text that a catalog can resolve.
  public func eventText(of name: String) -> String {
    guard language == .perfmon else { return name }
    return PerfmonOperand(parsing: name).eventText(pmu: unit == .core ? "cpu" : unit.name)
  }
}
