import CatalogSupport
import EventCatalog

extension ExplanationText {
  /// What the metric or the group tells, in the words of the first source that says it.
  var metricText: String {
    let texts: [String] =
      explanation.metrics.flatMap { [brief(of: $0.definition), $0.definition.details] }
      + explanation.metricGroups.map(\.brief)
    return texts.first { !$0.isEmpty } ?? ""
  }

  /// Of a metric of LIKWID its group alone is described.
  private func brief(of metric: MetricDefinition) -> String {
    guard metric.provenance.source == .likwid, let group = metric.groups.first else {
      return metric.brief
    }
    return "A value of the group \(group): \(metric.brief)"
  }

  /// Adds the metrics of the name, each formula of which is shown once.
  mutating func addMetrics() {
    var formulas: Set<String> = []
    var hidden: Int = 0
    for (index, metric) in explanation.metrics.enumerated() {
      let formula: String = metric.formula.map { "\($0)" } ?? metric.definition.formula
      guard formulas.insert(formula).inserted else { continue }
      guard formulas.count <= max(limits.related, 1) else {
        hidden += 1
        continue
      }
      add(metric, isFirst: index == 0)
    }
    if hidden > 0 { add("metric", "and \(hidden) other formulas") }
  }

  private mutating func add(_ metric: MetricExplanation, isFirst: Bool) {
    let definition: MetricDefinition = metric.definition
    let source: String = definition.provenance.source.rawValue
    let place: String = definition.unit == .core ? source : "\(source), \(definition.unit.name)"
    let formula: String = metric.formula.map { "\($0)" } ?? definition.formula
    add("metric", "\(place): \(formula)", lines: limits.parts)
    if let failure = metric.failure { add("metric", "\(failure)", lines: 2) }
    guard isFirst else { return }
    if definition.scale != 1 || !definition.unitName.isEmpty {
      let unit: String = definition.unitName.isEmpty ? "" : " in \(definition.unitName)"
      add("value", (definition.scale == 1 ? "as it is" : "times \(definition.scale)") + unit)
    }
    add("alert", definition.threshold, lines: 2)
    add("top-down", topDownText(of: metric), lines: max(limits.details, 1))
    add("groups", definition.groups.joined(separator: ", "), lines: limits.nameLines)
    addNeeds(metric.events)
  }

  private func topDownText(of metric: MetricExplanation) -> String {
    guard let level = metric.level else { return "" }
    var text: String = "level \(level)"
    if !metric.parent.isEmpty { text += ", part of \(metric.parent)" }
    if !metric.parts.isEmpty { text += "; its parts are \(metric.parts.joined(separator: ", "))" }
    return text
  }

  /// Adds the events of a metric with what the kernel is told of each.
  private mutating func addNeeds(_ events: [MetricEvent]) {
    for event in events.prefix(limits.parts) {
      let told: [Event] = event.groups.flatMap(\.events)
      var text: String = event.text
      if let first = told.first {
        text += ": \(attributesText(first))"
        if told.count > 1 { text += " and \(told.count - 1) more" }
      } else if let refusal = event.refusal, !refusal.problem.isAboutSources {
        text += ": not here: \(refusal)"
      }
      add("needs", text, lines: 1)
    }
    if events.count > limits.parts { add("needs", "and \(events.count - limits.parts) more") }
  }

  /// Adds the groups of the name with their events and metrics.
  mutating func addGroups() {
    for group in explanation.metricGroups.prefix(2) {
      let count: Int = group.metrics.count
      let size: String = count == 1 ? "1 metric" : "\(count) metrics"
      add("group", "\(group.provenance.source.rawValue): \(group.name) of \(size)")
      addNeeds(group.events)
      for metric in group.metrics.prefix(limits.parts) {
        let unit: String = metric.unitName.isEmpty ? "" : " [\(metric.unitName)]"
        let about: String =
          metric.provenance.source == .likwid ? metric.formula : metric.brief
        add("metrics", "\(metric.name)\(unit): \(about)", lines: 1)
      }
      if count > limits.parts { add("metrics", "and \(count - limits.parts) more") }
      if group.details != group.brief { add("details", group.details, lines: limits.details) }
    }
    let others: Int = explanation.metricGroups.count - 2
    if others > 0 { add("group", "and \(others) more") }
  }
}
