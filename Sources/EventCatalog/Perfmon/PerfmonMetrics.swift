/// Makes definitions of the records of perfmon's files of metrics.
enum PerfmonMetrics {
  /// A threshold as it stands in the file, with what its names mean.
  private struct Threshold {
    var metric: Int
    var formula: String
    var issues: [String]
    var names: [MetricDefinition.Operand]
  }

  /// Reads a file and adds its metrics to a table.
  static func read(
    _ bytes: [UInt8], path: String, unit: PMUUnit, provenance: EventProvenance,
    into table: inout EventTable
  ) throws(EventSourceError) {
    var file = EventFile(bytes, path: path)
    var thresholds: [Threshold] = []
    /// The names of metrics by those that thresholds use.
    var names: [String: String] = [:]
    while try file.next() {
      do throws(EventSourceError) {
        let record: EventFileRecord = file.record
        var doubts: [EventSourceError] = []
        var metric: MetricDefinition = try definition(
          of: record, provenance: provenance, doubts: &doubts)
        metric.unit = unit
        if let legacy = record.text(.legacyName) { names[legacy] = metric.name }
        let threshold: Threshold? = try threshold(
          of: record, metric: table.metrics.count, doubts: &doubts)
        if let threshold { thresholds.append(threshold) }
        table.metrics.append(metric)
        for doubt in doubts { table.add(warning: doubt) }
      } catch {
        table.add(warning: error)
      }
    }
    for threshold in thresholds {
      var meanings: [String: String] = [:]
      for operand in threshold.names {
        meanings[operand.alias] = names[operand.value] ?? operand.value
      }
      table.metrics[threshold.metric].thresholdIssues = threshold.issues
      table.metrics[threshold.metric].threshold = FormulaNames.replaced(
        in: threshold.formula, by: meanings)
    }
  }

  private static func definition(
    of record: EventFileRecord, provenance: EventProvenance, doubts: inout [EventSourceError]
  ) throws(EventSourceError) -> MetricDefinition {
    guard let name = record.text(.metricName) else {
      throw record.failure(.missingField(EventFileField.metricName.key))
    }
    guard let formula = record.text(.formula) else {
      throw record.failure(.missingField(EventFileField.formula.key))
    }
    let operands: [MetricDefinition.Operand] =
      try operands(
        of: record.scanner(at: .events), value: .name, isConstant: false, doubts: &doubts)
      + operands(
        of: record.scanner(at: .constants), value: .name, isConstant: true, doubts: &doubts)
    var metric = MetricDefinition(
      name: name, formula: formula, language: .perfmon, operands: operands,
      provenance: provenance)
    metric.brief = record.text(.briefDescription) ?? ""
    metric.unitName = record.text(.unitOfMeasure) ?? ""
    metric.level = record.number(.level, doubts: &doubts).flatMap { Int(exactly: $0.value) }
    metric.countDomain = record.text(.countDomain) ?? ""
    // Some files write that there is none.
    metric.locatingEvents = record.list(.locateWith, separator: ";").filter { $0 != "#NA" }
    metric.resolutionLevels = record.list(.resolutionLevels, separator: ",")
    metric.category = record.text(.category) ?? ""
    metric.parent = record.text(.parentCategory) ?? ""
    metric.groups = record.list(.metricGroup, separator: ";")
    return metric
  }

  /// The names in a formula, from a list of objects.
  private static func operands(
    of scanner: JSONScanner?, value: EventFileField, isConstant: Bool,
    doubts: inout [EventSourceError]
  ) throws(EventSourceError) -> [MetricDefinition.Operand] {
    guard var scanner, scanner.peek() == UInt8(ascii: "[") else { return [] }
    var record = EventFileRecord(scanner.bytes, path: scanner.path)
    var operands: [MetricDefinition.Operand] = []
    scanner.position += 1
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "]")) {
      try record.read(from: &scanner, depth: 3)
      guard let alias = record.text(.alias), let value = record.text(value) else {
        let missing: EventFileField = record.text(.alias) == nil ? .alias : value
        doubts.append(record.failure(.missingField(missing.key)))
        continue
      }
      operands.append(
        MetricDefinition.Operand(alias: alias, value: value, isConstant: isConstant))
    }
    return operands
  }

  private static func threshold(
    of record: EventFileRecord, metric: Int, doubts: inout [EventSourceError]
  ) throws(EventSourceError) -> Threshold? {
    guard var scanner = record.scanner(at: .threshold), scanner.peek() == UInt8(ascii: "{") else {
      return nil
    }
    var object = EventFileRecord(scanner.bytes, path: scanner.path)
    try object.read(from: &scanner, depth: 2)
    guard let formula = object.text(.formula) else { return nil }
    let names: [MetricDefinition.Operand] = try operands(
      of: object.scanner(at: .thresholdMetrics), value: .value, isConstant: false, doubts: &doubts)
    return Threshold(
      metric: metric, formula: formula, issues: object.list(.thresholdIssues, separator: ","),
      names: names)
  }
}
