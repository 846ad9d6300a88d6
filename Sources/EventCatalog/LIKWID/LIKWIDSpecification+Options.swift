extension LIKWIDSpecification {
  /// What an option of cores does to the words.
  private static let fields: [String: (shift: UInt64, width: Int)] = [
    "EDGEDETECT": (18, 1), "ANYTHREAD": (21, 1), "INVERT": (23, 1), "THRESHOLD": (24, 8),
    "IN_TRANS": (32, 1), "IN_TRANS_ABORT": (33, 1),
  ]

  /// What an option of AMD's L3 cache does.
  private static let cacheFields: [String: (shift: UInt64, width: Int)] = [
    "CID": (42, 3), "SLICE": (48, 3), "TID": (56, 2),
  ]

  /// Enters an option into the words of a definition.
  func apply(_ option: Option, to definition: inout EventDefinition) throws(EventNameError) {
    guard var words = definition.words else { throw unknown(option, in: definition) }
    let isMatch: Bool = option.name == "MATCH0" || option.name == "MATCH1"
    if isMatch, definition.constraints.extraRegister != nil {
      // Requests are the lower 16 bits of the register, responses the others.
      let shift: UInt64 = option.name == "MATCH0" ? 0 : 16
      let width: Int = option.name == "MATCH0" ? 16 : 22
      try check(option, width: width)
      words.config1 |= option.value << shift
      definition.constraints.extraRegister?.value = words.config1
      definition.words = words
      return
    }
    guard let field = fields(of: definition)[option.name] else {
      throw unknown(option, in: definition)
    }
    try check(option, width: field.width)
    let mask: UInt64 = (1 << UInt64(field.width)) - 1
    words.config = words.config & ~(mask << field.shift) | option.value << field.shift
    definition.words = words
  }

  private func fields(of definition: EventDefinition) -> [String: (shift: UInt64, width: Int)] {
    let architecture = LIKWIDArchitecture(name: definition.provenance.architecture)
    if definition.unit.name == "amd_l3" { return Self.cacheFields }
    let own: Set<String> =
      if architecture.kind == .arm || architecture.kind == .power {
        []
      } else if definition.unit == .core && architecture.isIntel {
        Set(Self.fields.keys)
      } else if definition.unit == .core || definition.unit.name.hasPrefix("uncore_") {
        ["EDGEDETECT", "INVERT", "THRESHOLD"]
      } else {
        []
      }
    return Self.fields.filter { own.contains($0.key) }
  }

  private func check(_ option: Option, width: Int) throws(EventNameError) {
    guard option.value >> UInt64(width) == 0 else {
      throw error(.valueTooLarge(term: option.name, value: option.value, width: width))
    }
  }

  private func unknown(_ option: Option, in definition: EventDefinition) -> EventNameError {
    error(
      .unknownTerm(
        term: option.name, pmu: definition.unit.name,
        available: fields(of: definition).keys.sorted()))
  }

  private func error(_ problem: EventNameProblem) -> EventNameError {
    EventNameError(expression: event, position: 0, problem: problem)
  }
}
