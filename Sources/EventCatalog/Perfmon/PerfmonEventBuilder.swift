/// Makes definitions of the records of perfmon files.
struct PerfmonEventBuilder {
  private let file: PerfmonFile
  private let folder: String
  private let coreUnit: PMUUnit
  private let provenance: EventProvenance
  private let layouts: BuiltInLayouts
  private var writer = EventTermWriter()
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
    let uncore: PerfmonUncore? = PerfmonUncore(record, name: name, folder: folder)
    let unit: PMUUnit = uncore?.unit ?? coreUnit
    if let uncore {
      try writer.write(uncore, of: record)
    } else {
      try writer.writeCore(record)
    }
    if uncore == nil, let fixed = EventTermWriter.fixedEvent(name.lowercased()) {
      writer.start(whole: fixed)
    }
    var event = EventDefinition(
      name: name, unit: unit, terms: writer.terms,
      words: layout(of: unit).flatMap { try? $0.packed(writer.text[...]) }, provenance: provenance)
    event.brief = record.text(.briefDescription) ?? record.text(.description) ?? ""
    event.details = record.text(.publicDescription) ?? record.text(.description) ?? ""
    if event.details == event.brief { event.details = "" }
    event.topic = file.kind.isCore ? "core" : file.kind.rawValue
    event.otherNames = Self.otherNames(name)
    event.period = try record.number(.sampleAfterValue)?.value
    event.constraints = try constraints(record)
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
  private func constraints(
    _ record: EventFileRecord
  ) throws(EventSourceError) -> CounterConstraints {
    var constraints: CounterConstraints = try record.constraints()
    if let filter = record.text(.filter), !["na", "NA", "0", "null"].contains(filter) {
      constraints.filter = filter
    }
    var remarks: [String] = try otherEncodings(record)
    if let restriction = record.text(.programmingRestriction), restriction.lowercased() != "none" {
      remarks.append("programming restriction \(restriction)")
    }
    constraints.remark = remarks.joined(separator: "; ")
    return constraints
  }

  /// The codes of the event with the second register and further ones.
  ///
  /// Lists of codes, unit masks and registers pair by position; a list that is shorter
  /// than another goes on with its last element.
  private func otherEncodings(_ record: EventFileRecord) throws(EventSourceError) -> [String] {
    guard record.bytes(.registerIndex).contains(UInt8(ascii: ",")) else { return [] }
    let registers: [UInt64] = try record.numbers(.registerIndex)
    let codes: [UInt64] = try record.numbers(.eventCode)
    let masks: [UInt64] = try record.numbers(.unitMask)
    guard registers.count > 1, let lastCode = codes.last, let lastMask = masks.last,
      codes.count > 1 || masks.count > 1
    else { return [] }
    return registers.indices.dropFirst().prefix(7).map { index in
      let code: UInt64 = index < codes.count ? codes[index] : lastCode
      let mask: UInt64 = index < masks.count ? masks[index] : lastMask
      let parts: [String] = [code, mask, registers[index]].map(\.hexadecimal)
      return "also event=\(parts[0]),umask=\(parts[1]) with register \(parts[2])"
    }
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
    if file.kind == .experimentalUncore || record.isSet(.experimental) {
      traits.insert(.experimental)
    }
    return traits
  }
}
