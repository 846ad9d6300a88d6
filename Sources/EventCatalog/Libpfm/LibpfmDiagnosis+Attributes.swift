internal import CLibpfm

extension LibpfmDiagnosis {
  /// The event of a name in letters of either case.
  static func event(_ name: String, of pmu: LibpfmPMU) -> LibpfmEvent? {
    LibpfmCatalog.events(of: pmu, layer: .perfEvents).first {
      $0.name.isEqual(ignoringCase: name)
    }
  }

  /// The attributes that can follow the event's name, which may stand for another's.
  static func attributes(
    of event: LibpfmEvent, in encoder: LibpfmEncoder
  ) -> [LibpfmAttribute] {
    let own: [LibpfmAttribute] = LibpfmCatalog.attributes(of: event)
    guard let words = event.equivalent.map(LibpfmExpansion.words), let name = words.first,
      let pmu = encoder.catalog.pmus.first(where: { $0.number == event.pmuNumber }),
      let meant = Self.event(name, of: pmu)
    else { return own }
    return own + LibpfmCatalog.attributes(of: meant)
  }

  /// All attributes that can follow the event's name.
  var knownAttributes: [LibpfmAttribute] {
    candidates.flatMap { Self.attributes(of: $0, in: encoder) }
  }

  /// The names of the unit masks of all candidates.
  var unitMasks: [String] {
    knownAttributes.filter { $0.kind == .unitMask }.map { $0.name.description }
  }

  /// Whether the library encodes a name.
  func isAccepted(_ text: String) -> Bool {
    let attributes = LibpfmAnswer(attributesOf: text, levels: levels)
    if attributes.result == PFM_ERR_NOTSUPP {
      return LibpfmAnswer(registersOf: text, levels: levels).result == PFM_SUCCESS
    }
    return attributes.result == PFM_SUCCESS
  }

  /// Whether a value can be one of an attribute, as far as its kind says.
  static func takes(_ value: String?, by attribute: LibpfmAttribute) -> Bool {
    switch attribute.kind {
    case .unitMask, .rawUnitMask: value == nil
    case .flag: value.map { $0.utf8.count == 1 && "01yYtTnNfF".contains($0) } ?? true
    case .number: value != nil
    case .unknown: true
    }
  }
}
