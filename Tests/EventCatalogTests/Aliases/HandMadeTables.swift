import EventCatalog

/// Tables as small as a test needs them.
enum HandMade {
  static func event(
    _ name: String, _ config: UInt64?, _ config1: UInt64 = 0, of source: EventSourceKind,
    unit: PMUUnit = .core, at location: String = ""
  ) -> EventDefinition {
    EventDefinition(
      name: name, unit: unit, words: config.map { EventWords(config: $0, config1: config1) },
      provenance: EventProvenance(source: source, location: location))
  }

  static func table(
    _ name: String, of source: EventSourceKind, unit: PMUUnit = .core,
    _ events: [(String, UInt64)]
  ) -> EventTable {
    EventTable(
      name: name,
      events: events.map { event($0.0, $0.1, of: source, unit: unit, at: name) })
  }

  static func preset(_ name: String, _ natives: [String], formula: String = "N0|") -> EventTable {
    EventTable(
      name: "skl",
      metrics: [
        MetricDefinition(
          name: name, formula: formula, language: .postfix,
          operands: natives.enumerated().map { index, native in
            MetricDefinition.Operand(alias: "N\(index)", value: native)
          },
          provenance: EventProvenance(source: .papi, location: "presets"))
      ])
  }

  static func resolver(_ name: String, _ tables: [EventTable]) -> AliasResolver {
    let cores: Microarchitecture =
      Microarchitecture.named(name).first ?? Microarchitecture.all[0]
    return AliasResolver(microarchitecture: cores, tables: tables)
  }
}

extension EventAliases {
  /// The names of a relation as `source name`, in their order.
  func names(_ isWanted: (AliasRelation) -> Bool) -> [String] {
    names.filter { isWanted($0.relation) }.map { "\($0.source.rawValue) \($0.name)" }
  }

  var same: [String] { names { $0 == .sameCode } }

  /// The sentence that says the difference of a near name.
  func difference(of name: String) -> String? {
    for alias in names where alias.name == name {
      if case .near(let difference) = alias.relation { return difference }
    }
    return nil
  }
}
