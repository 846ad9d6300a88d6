import CatalogSupport
import CommandLineSupport
import EventCatalog

/// Writes events, one per line unless all that is known of them is asked for.
func write(
  _ definitions: some Collection<EventDefinition>, form: String?, to output: inout Output
) throws(OutputError) {
  switch form {
  case "json":
    var writer = JSONWriter()
    for definition in definitions {
      writer.value(definition)
      writer.endLine()
      try writer.flush(to: &output)
    }
  case "long":
    for definition in definitions { try output.write(longText(of: definition)) }
  default:
    let widths = ColumnWidths(definitions)
    for definition in definitions {
      try output.write(widths.line(of: definition))
    }
  }
}

/// Writes metrics in the same forms.
func write(
  _ metrics: some Collection<MetricDefinition>, form: String?, to output: inout Output
) throws(OutputError) {
  if form == "json" {
    var writer = JSONWriter()
    for metric in metrics {
      writer.value(metric)
      writer.endLine()
      try writer.flush(to: &output)
    }
    return
  }
  if form == "long" {
    for metric in metrics { try output.write(longText(of: metric)) }
    return
  }
  let width = metrics.map(\.name.count).max() ?? 0
  for metric in metrics {
    let gap = String(repeating: " ", count: width - metric.name.count)
    try output.write("\(visible(metric.name + gap))  \(visible(oneLine(metric.brief)))\n")
  }
}

/// The widths of the columns in front of the description.
private struct ColumnWidths {
  var name: Int
  var unit: Int
  var source: Int

  /// The name's column is no wider than most names, so that a few long ones do not
  /// move all descriptions out of sight.
  init(_ definitions: some Collection<EventDefinition>) {
    self.name = min(definitions.map(\.name.count).max() ?? 0, 48)
    self.unit = definitions.map(\.unit.name.count).max() ?? 0
    self.source = definitions.map(\.provenance.source.rawValue.count).max() ?? 0
  }

  func line(of definition: EventDefinition) -> String {
    let cells = [
      padded(definition.name, name), padded(definition.unit.name, unit),
      padded(definition.provenance.source.rawValue, source), oneLine(definition.brief),
    ]
    var line = cells.map(visible).joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }
}

private func longText(of definition: EventDefinition) -> String {
  let about = definition.details.isEmpty ? definition.brief : definition.details
  return block(definition.name, about, definition.facts)
}

private func longText(of metric: MetricDefinition) -> String {
  var facts: [(name: String, text: String)] = [("formula", metric.formula)]
  let operands = metric.operands.map { "\($0.alias) = \($0.value)" }.joined(separator: ", ")
  if !operands.isEmpty { facts.append(("operands", operands)) }
  if !metric.groups.isEmpty { facts.append(("groups", metric.groups.joined(separator: ", "))) }
  if !metric.threshold.isEmpty { facts.append(("threshold", metric.threshold)) }
  if metric.scale != 1 || !metric.unitName.isEmpty {
    facts.append(("scale", "\(metric.scale) \(metric.unitName)"))
  }
  facts.append(("source", metric.provenance.text))
  return block(metric.name, metric.details.isEmpty ? metric.brief : metric.details, facts)
}

private func block(
  _ name: String, _ about: String, _ facts: [(name: String, text: String)]
) -> String {
  var text = visible(name) + "\n"
  for line in about.split(whereSeparator: \.isNewline) { text += "  \(visible(String(line)))\n" }
  for fact in facts { text += "  \(fact.name): \(visible(oneLine(fact.text)))\n" }
  return text + "\n"
}
