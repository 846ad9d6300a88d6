extension OProfileReader {
  /// More descriptions than any table has.
  private static let limit: Int = 100_000

  /// All events, each with its default mask and then with each of its masks.
  mutating func definitions() -> [EventDefinition] {
    var all: [EventDefinition] = []
    for (index, event) in events.enumerated() {
      guard all.count < Self.limit else {
        warnings.add(event.path, nil, .moreProblems(count: events.count - index))
        break
      }
      all += definitions(of: event)
    }
    return all
  }

  private func definitions(of event: OProfileEvent) -> [EventDefinition] {
    let defaultEntry: OProfileUnitMask.Entry? = event.mask.defaultEntry
    var definitions: [EventDefinition] = []
    var plain: EventDefinition = definition(
      of: event, name: event.name, value: defaultEntry?.value ?? event.numericDefault,
      extra: defaultEntry?.extra ?? OProfileUnitMask.Extra())
    plain.brief = event.text.isEmpty ? defaultEntry?.description ?? "" : event.text
    plain.traits.insert(.defaultUnitMask)
    definitions.append(plain)
    let shared: Set<UInt64> = event.mask.sharedValues
    var isDefaultSeen: Bool = false
    var unnamed: Set<UInt64> = []
    for entry in event.mask.entries {
      let number: String = entry.value.hexadecimal
      // Masks of one number and no name differ in their texts only.
      if entry.name == nil, !unnamed.insert(entry.value).inserted { continue }
      var masked: EventDefinition = definition(
        of: event, name: "\(event.name):\(entry.name ?? number)", value: entry.value,
        extra: entry.extra)
      masked.baseName = event.name
      masked.brief = entry.description
      masked.details = event.text
      let spellings: [String] = [number, entry.text].map { "\(event.name):\($0)" }
      if !shared.contains(entry.value) {
        masked.otherNames = spellings.filter { $0 != masked.name }
        if number == entry.text, masked.otherNames.count > 1 { masked.otherNames.removeLast() }
      }
      if entry == defaultEntry, !isDefaultSeen {
        isDefaultSeen = true
        masked.traits.insert(.defaultUnitMask)
      }
      definitions.append(masked)
    }
    return definitions
  }

  private func definition(
    of event: OProfileEvent, name: String, value: UInt64?, extra: OProfileUnitMask.Extra
  ) -> EventDefinition {
    var code: EventCode?
    if let value, !event.isExtended {
      code = OProfileEncoding.code(event.code, mask: value, extra: extra, table: table)
    }
    var definition = EventDefinition(
      name: name, unit: .core, terms: code?.terms ?? "", words: code?.words,
      provenance: EventProvenance(source: .oprofile, location: event.path))
    definition.constraints.programmable = event.counters
    // The smallest count that is accepted is far below a usual period.
    let minimum: [String] = event.minimum.map { ["minimum:\($0)"] } ?? []
    definition.constraints.remark =
      (["type:\(event.mask.kind.rawValue)"] + minimum + event.remarks).joined(separator: " ")
    // The numbers of other architectures are choices, whatever the table calls them.
    if event.mask.kind == .bitmask, OProfileEncoding.isX86(table) {
      definition.traits.insert(.combinableUnitMasks)
    }
    if extra.isPrecise { definition.precision = .possible }
    return definition
  }
}

extension OProfileEvent {
  /// The number of the default mask where no mask has it, as with sums of several.
  fileprivate var numericDefault: UInt64? {
    if case .value(let value) = mask.defaultMask { value } else { nil }
  }
}
