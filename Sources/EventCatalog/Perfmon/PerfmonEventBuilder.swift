/// Makes definitions of the records of perfmon files.
struct PerfmonEventBuilder {
  private let file: PerfmonFile
  private let folder: String
  private let coreUnit: PMUUnit
  private let provenance: EventProvenance
  private let layouts: BuiltInLayouts
  private var writer = EventTermWriter()
  /// What makes no sense in the last record, but is not needed for its code.
  private(set) var doubts: [EventSourceError] = []
  private var places: [PMUUnit: TermLayout?] = [:]

  init(file: PerfmonFile, provenance: EventProvenance) {
    self.file = file
    self.folder = file.folder
    self.coreUnit = file.coreUnit
    self.provenance = provenance
    self.layouts = BuiltInLayouts(family: MachineFamily(perfmonFolder: folder))
  }

  /// The event that a record describes.
  mutating func event(_ record: EventFileRecord) throws(EventSourceError) -> EventDefinition {
    guard let name = record.text(.eventName) else {
      throw record.failure(.missingField(EventFileField.eventName.key))
    }
    doubts.removeAll()
    let period: FieldNumber? = record.number(.sampleAfterValue, doubts: &doubts)
    let uncore: PerfmonUncore? = PerfmonUncore(record, name: name, folder: folder)
    let unit: PMUUnit = uncore?.unit ?? coreUnit
    if let uncore {
      try writer.write(uncore, of: record, period: period)
    } else if let fixed = EventTermWriter.fixedEvent(name.lowercased()) {
      writer.start(whole: fixed)
    } else {
      try writer.writeCore(record, period: period)
    }
    var event = EventDefinition(
      name: name, unit: unit, terms: writer.terms,
      words: layout(of: unit).flatMap { try? $0.packed(writer.text[...]) }, provenance: provenance)
    event.brief = record.text(.briefDescription) ?? record.text(.description) ?? ""
    event.details = record.text(.publicDescription) ?? record.text(.description) ?? ""
    if event.details == event.brief { event.details = "" }
    event.topic = file.kind.isCore ? "core" : file.kind.rawValue
    event.otherNames = Self.otherNames(name)
    event.period = period?.value
    event.constraints = constraints(record)
    event.precision = precision(record)
    event.traits = traits(record, isUncore: uncore != nil)
    return event
  }

  private mutating func layout(of unit: PMUUnit) -> TermLayout? {
    if let known = places[unit] { return known }
    let layout: TermLayout? = layouts.layout(of: unit)
    places[unit] = .some(layout)
    return layout
  }

  /// The name that the kernel's files give to an event of an offcore register.
  private static func otherNames(_ name: String) -> [String] {
    guard name.hasPrefix("OFFCORE_RESPONSE") else { return [] }
    if name.hasPrefix("OFFCORE_RESPONSE_0") {
      return ["OFFCORE_RESPONSE" + name.dropFirst("OFFCORE_RESPONSE_0".count)]
    }
    let start: String = "OFFCORE_RESPONSE:request="
    let middle: String = ":response="
    guard name.hasPrefix(start) else { return [] }
    let rest: Substring = name.dropFirst(start.count)
    guard let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix(middle) else { return [] }
    return ["OFFCORE_RESPONSE.\(rest[..<colon]).\(rest[colon...].dropFirst(middle.count))"]
  }
}

extension PerfmonEventBuilder {
  private mutating func constraints(_ record: EventFileRecord) -> CounterConstraints {
    var constraints: CounterConstraints = record.constraints(doubts: &doubts)
    if let filter = record.text(.filter), !["na", "NA", "0", "null"].contains(filter) {
      constraints.filter = filter
      constraints.filters = CounterFilter.filters(
        in: filter, value: record.number(.filterValue, doubts: &doubts)?.value)
    }
    // Lists that pair are in the alternatives; what else there is only people can read.
    if let restriction = record.text(.programmingRestriction),
      restriction.lowercased() != "none", record.pairing.isEmpty
    {
      constraints.remark = "programming restriction \(restriction)"
    }
    return constraints
  }

  /// Older files say it in `PEBS`, newer ones in two other fields.
  private func precision(_ record: EventFileRecord) -> PrecisionSupport {
    if record[.precision].kind != .missing {
      if record.holds("2", in: .precision) { return .required }
      return record.holds("1", in: .precision) ? .possible : .none
    }
    guard record[.precise].kind != .missing else { return .unknown }
    guard record.isSet(.precise) else { return .none }
    return record.holds("3", in: .preciseRecord) ? .required : .possible
  }

  private func traits(_ record: EventFileRecord, isUncore: Bool) -> EventTraits {
    var traits: EventTraits = isUncore ? .perPackage : []
    if record.isSet(.deprecated) { traits.insert(.deprecated) }
    if record.isSet(.speculative) { traits.insert(.speculative) }
    if record.hasDataAddress { traits.insert(.dataAddress) }
    if file.kind == .experimentalUncore || record.isSet(.experimental) {
      traits.insert(.experimental)
    }
    return traits
  }
}
