/// Makes definitions of the records of the kernel's event files, as perf does.
struct KernelDefinitionBuilder {
  private let layouts: BuiltInLayouts?
  private var topic: String = ""
  var provenance = EventProvenance(source: .kernelEvents, location: "")
  var writer = EventTermWriter()
  /// What makes no sense in the last record, but is not needed for its code.
  private(set) var doubts: [EventSourceError] = []
  private var units: [String: (unit: PMUUnit, layout: TermLayout?)] = [:]
  private var standardEvents: [String: EventDefinition] = [:]
  var standardMetrics: [String: MetricDefinition] = [:]

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
    doubts.removeAll()
    let standard: EventDefinition? = try standardEvent(of: record)
    guard let name = record.text(.eventName)?.lowercased() ?? standard?.name else { return nil }
    let period: FieldNumber? = record.number(.sampleAfterValue, doubts: &doubts)
    let (unit, layout) = place(record)
    if let terms = EventTermWriter.fixedEvent(name) ?? standard?.terms {
      writer.start(whole: terms)
    } else {
      try writeTerms(record, period: period)
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
    event.period = period?.value
    event.constraints = record.constraints(doubts: &doubts)
    event.constraints.filter = record.text(.filter) ?? ""
    event.constraints.filters = CounterFilter.filters(in: event.constraints.filter)
    event.retirementLatency = record.latency(
      mean: .latencyMean, minimum: .latencyMinimum, maximum: .latencyMaximum, doubts: &doubts)
    event.precision = precision(record)
    event.traits = traits(record).union(standard?.traits ?? [])
    event.compatibleIdentifiers = record.text(.compatible)
    return event
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
  mutating func place(
    _ record: EventFileRecord
  ) -> (unit: PMUUnit, layout: TermLayout?) {
    let name: String? = record.text(.unit)
    if let known = units[name ?? ""] { return known }
    let unit: PMUUnit = KernelUnitNames.unit(name)
    let place = (unit: unit, layout: layouts?.layout(of: unit))
    units[name ?? ""] = place
    return place
  }

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
    if record.hasDataAddress { traits.insert(.dataAddress) }
    return traits
  }
}
