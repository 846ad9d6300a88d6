extension KernelDefinitionBuilder {
  /// The metric that a record describes, nil if it describes none.
  mutating func metric(
    _ record: EventFileRecord
  ) throws(EventSourceError) -> MetricDefinition? {
    let standard: MetricDefinition? = record.text(.standardEvent).flatMap {
      standardMetrics[$0.lowercased()]
    }
    guard let name = record.text(.metricName) ?? standard?.name else { return nil }
    guard let formula = record.text(.metricExpression) ?? standard?.formula else {
      throw record.failure(.missingField(EventFileField.metricExpression.key))
    }
    var metric = MetricDefinition(
      name: name, formula: formula, language: .perf, provenance: provenance)
    metric.groups =
      record.text(.metricGroup).map { ListText.parts(of: $0, separator: UInt8(ascii: ";")) }
      ?? standard?.groups ?? []
    metric.threshold = record.text(.metricThreshold) ?? standard?.threshold ?? ""
    if let scale = record.text(.scaleUnit).map(MetricScale.init(parsing:)) {
      metric.scale = scale.factor
      metric.unitName = scale.unit
    } else if let standard {
      metric.scale = standard.scale
      metric.unitName = standard.unitName
    }
    let texts = KernelDescription(record)
    metric.brief = texts.brief ?? standard?.brief ?? ""
    metric.details = texts.details ?? standard?.details ?? ""
    if metric.details == metric.brief { metric.details = "" }
    metric.unit = place(record).unit
    metric.groupingRule = record.text(.metricConstraint) ?? standard?.groupingRule ?? ""
    metric.defaultGroup = record.text(.defaultGroup) ?? standard?.defaultGroup ?? ""
    metric.ungroupedGroups =
      record.text(.ungroupedGroups).map { ListText.parts(of: $0, separator: UInt8(ascii: ";")) }
      ?? standard?.ungroupedGroups ?? []
    metric.showsEventsByDefault =
      record.isSet(.defaultShowEvents) || standard?.showsEventsByDefault ?? false
    metric.compatibleIdentifiers = record.text(.compatible)
    return metric
  }
}
