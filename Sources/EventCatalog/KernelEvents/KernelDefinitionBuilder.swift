/// Makes definitions of the records of the kernel's event files, as perf does.
struct KernelDefinitionBuilder {
  private let layouts: BuiltInLayouts?
  private var topic: String = ""
  private var provenance = EventProvenance(source: .kernelEvents, location: "")
  private var writer = EventTermWriter()
  private var units: [String: (unit: PMUUnit, layout: TermLayout?)] = [:]
  private var standardEvents: [String: EventDefinition] = [:]
  private var standardMetrics: [String: MetricDefinition] = [:]

  init(layouts: BuiltInLayouts?) {
    self.layouts = layouts
  }

  /// Goes on to another file.
  mutating func start(topic: String, provenance: EventProvenance) {
    self.topic = topic
    self.provenance = provenance
  }

  /// Takes the definitions that records may refer to by name; the last of a name counts.
  mutating func takeStandards(events: [EventDefinition], metrics: [MetricDefinition]) {
    for event in events { standardEvents[event.name] = event }
    for metric in metrics { standardMetrics[metric.name.lowercased()] = metric }
  }

  /// The event that a record describes, nil if it describes none.
  mutating func event(
    _ record: EventFileRecord
  ) throws(EventSourceError) -> EventDefinition? {
    let standard: EventDefinition? = try standardEvent(of: record)
    guard let name = record.text(.eventName)?.lowercased() ?? standard?.name else { return nil }
    let (unit, layout) = place(record)
    if let terms = EventTermWriter.fixedEvent(name) ?? standard?.terms {
      writer.start(whole: terms)
    } else {
      try writeTerms(record)
    }
    let terms: String = writer.terms
    var event = EventDefinition(
      name: name, unit: unit, terms: terms,
      words: layout.flatMap { try? $0.packed(writer.text[...]) },
      provenance: provenance)
    event.topic = topic
    let texts = KernelDescription(record)
    event.brief = texts.brief ?? standard?.brief ?? ""
    event.details = texts.details ?? standard.map(Self.longText) ?? ""
    if event.details == event.brief { event.details = "" }
    if let scale = record.text(.scaleUnit).map(MetricScale.init(parsing:)) {
      event.scale = scale.factor
      event.countUnit = scale.unit
    } else if let standard {
      event.scale = standard.scale
      event.countUnit = standard.countUnit
    }
    event.period = try record.number(.sampleAfterValue)?.value
    event.constraints = try record.constraints()
    event.constraints.filter = record.text(.filter) ?? ""
    event.constraints.remark = latency(record)
    event.precision = precision(record)
    event.traits = traits(record).union(standard?.traits ?? [])
    event.compatibleIdentifiers = record.text(.compatible)
    return event
  }

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

extension KernelDefinitionBuilder {
  /// The longer text of an event, which was left out if it was the same as the other.
  private static func longText(_ event: EventDefinition) -> String {
    event.details.isEmpty ? event.brief : event.details
  }

  /// The event whose encoding a record takes over, if it names one.
  private func standardEvent(
    of record: EventFileRecord
  ) throws(EventSourceError) -> EventDefinition? {
    guard let name = record.text(.standardEvent) else { return nil }
    if let event = standardEvents[name.lowercased()] { return event }
    if standardMetrics[name.lowercased()] != nil { return nil }
    throw record.failure(.danglingReference(name))
  }

  /// The PMU that a record names and the layout of its terms.
  private mutating func place(
    _ record: EventFileRecord
  ) -> (unit: PMUUnit, layout: TermLayout?) {
    let name: String? = record.text(.unit)
    if let known = units[name ?? ""] { return known }
    let unit: PMUUnit = KernelUnitNames.unit(name)
    let place = (unit: unit, layout: layouts?.layout(of: unit))
    units[name ?? ""] = place
    return place
  }

  private mutating func writeTerms(_ record: EventFileRecord) throws(EventSourceError) {
    var isStarted: Bool = false
    for (field, term) in Self.wholeTerms where !isStarted {
      guard let number = try record.number(field) else { continue }
      writer.start(term, FieldNumber(value: number.value, isHexadecimal: true))
      isStarted = true
    }
    if !isStarted {
      let code: UInt64 = try record.number(.eventCode)?.value ?? 0
      let selector: UInt64 = try record.number(.eventSelectExtension)?.value ?? 0
      writer.start(event: code | selector << 8)
    }
    for (field, term) in EventTermWriter.leadingTerms {
      if let number = try record.number(field) { writer.add(term, number) }
    }
    for (field, term) in Self.trailingTerms {
      if let number = try record.number(field) { writer.add(term, number) }
    }
    if let filter = record.text(.filter) { writer.add(verbatim: filter.utf8) }
    if let register = try record.number(.registerIndex), register.value != 0 {
      let value: ArraySlice<UInt8> = record.bytes(.registerValue)
      // This is what perf's own tables hold where the files leave the value out.
      writer.add(register: register.value, value: value.isEmpty ? Array("None".utf8)[...] : value)
    }
  }

  /// The terms of files that write the whole of a word.
  private static let wholeTerms: [(EventFileField, StaticString)] = [
    (.configCode, "config="), (.eventIdentifierCode, "eventid="),
    (.legacyConfigCode, "legacy-hardware-config="), (.legacyCacheCode, "legacy-cache-config="),
  ]

  private static let trailingTerms: [(EventFileField, String)] = [
    (.unitMask, ",umask="), (.nodeType, ",type="), (.readWriteMask, ",rdwrmask="),
    (.allCores, ",enallcores="), (.allSlices, ",enallslices="), (.slice, ",sliceid="),
    (.threadMask, ",threadmask="),
  ]

  private func precision(_ record: EventFileRecord) -> PrecisionSupport {
    if record.holds("2", in: .precision) { return .required }
    return record.holds("1", in: .precision) ? .possible : .unknown
  }

  private func traits(_ record: EventFileRecord) -> EventTraits {
    var traits: EventTraits = []
    if record.isSet(.deprecated) { traits.insert(.deprecated) }
    if record.isSet(.experimental) { traits.insert(.experimental) }
    if record.isSet(.perPackage) { traits.insert(.perPackage) }
    if record.isSet(.speculative) { traits.insert(.speculative) }
    return traits
  }

  private func latency(_ record: EventFileRecord) -> String {
    guard let mean = record.text(.latencyMean) else { return "" }
    return RetirementLatency.remark(
      mean: mean, minimum: record.text(.latencyMinimum), maximum: record.text(.latencyMaximum))
  }
}
