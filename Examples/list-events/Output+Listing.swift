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
    var table = ColumnTable(
      widths: [
        definitions.map { ColumnTable.width(of: $0.name) }.max() ?? 0,
        definitions.map { ColumnTable.width(of: $0.unit.name) }.max() ?? 0,
        definitions.map { ColumnTable.width(of: $0.provenance.source.rawValue) }.max() ?? 0,
      ], columns: Terminal.columns)
    for definition in definitions {
      let cells = [
        definition.name, definition.unit.name, definition.provenance.source.rawValue,
      ]
      try table.write(cells, definition.brief, to: &output)
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
  var table = ColumnTable(
    widths: [metrics.map { ColumnTable.width(of: $0.name) }.max() ?? 0],
    columns: Terminal.columns)
  for metric in metrics { try table.write([metric.name], metric.brief, to: &output) }
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
  if let level = metric.level { facts.append(("level", "\(level)")) }
  if !metric.parent.isEmpty { facts.append(("part of", metric.parent)) }
  if !metric.threshold.isEmpty { facts.append(("threshold", metric.threshold)) }
  if metric.scale != 1 || !metric.unitName.isEmpty {
    facts.append(("scale", "\(metric.scale) \(metric.unitName)"))
  }
  if !metric.groupingRule.isEmpty { facts.append(("grouping", metric.groupingRule)) }
  if !metric.defaultGroup.isEmpty { facts.append(("default group", metric.defaultGroup)) }
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
