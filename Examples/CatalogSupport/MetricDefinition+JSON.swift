public import CommandLineSupport
public import EventCatalog

extension JSONWriter {
  /// Writes a metric as one object whose members are always the same.
  public mutating func value(_ metric: MetricDefinition) {
    beginObject()
    member("name", metric.name)
    member("source", metric.provenance.source.rawValue)
    member("version", metric.provenance.version)
    member("location", metric.provenance.location)
    member("unit", metric.unit.name)
    member("formula", metric.formula)
    member("language", metric.language.word)
    key("operands")
    array { (writer) throws(Never) in
      for operand in metric.operands { writer.value(operand) }
    }
    member("groups", metric.groups)
    key("level")
    if let level = metric.level { value(level) } else { null() }
    member("parent", metric.parent)
    member("threshold", metric.threshold)
    member("threshold_issues", metric.thresholdIssues)
    member("count_domain", metric.countDomain)
    member("locating_events", metric.locatingEvents)
    member("resolution_levels", metric.resolutionLevels)
    member("category", metric.category)
    member("scale", metric.scale)
    member("unit_name", metric.unitName)
    member("brief", metric.brief)
    member("details", metric.details)
    member("grouping_rule", metric.groupingRule)
    member("default_group", metric.defaultGroup)
    member("ungrouped_groups", metric.ungroupedGroups)
    member("default_show_events", metric.showsEventsByDefault)
    endObject()
  }

  private mutating func value(_ operand: MetricDefinition.Operand) {
    beginObject()
    member("alias", operand.alias)
    member("value", operand.value)
    member("constant", operand.isConstant)
    endObject()
  }
}

extension FormulaLanguage {
  fileprivate var word: String {
    switch self {
    case .perf: "perf"
    case .perfmon: "perfmon"
    case .postfix: "postfix"
    case .likwid: "likwid"
    }
  }
}
