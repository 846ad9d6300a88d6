extension AliasIndex {
  /// Adds the presets of PAPI that are one event, with the code of that event.
  mutating func addPresets(of microarchitecture: Microarchitecture) {
    // All codes first: adding while the encoder looks would copy the whole index.
    for preset in presetEntries(of: microarchitecture) { add(preset) }
  }

  private func presetEntries(of microarchitecture: Microarchitecture) -> [Entry] {
    let native = NativeEncoder(index: self, microarchitecture: microarchitecture)
    return tables.flatMap(\.metrics)
      .filter { $0.provenance.source == .papi && $0.isOneEvent }
      .map { metric in
        let key: EncodingKey? = metric.operands.first.flatMap { native.key(of: $0.value) }
        return Entry(plain: metric.name, source: .papi, key: key)
      }
  }

  /// The preset of PAPI with a name, nil if no table at hand has it.
  func preset(named name: String) -> MetricDefinition? { presets[name] }

  /// The presets of PAPI by their names, the first of each.
  static func presets(in tables: [EventTable]) -> [String: MetricDefinition] {
    var presets: [String: MetricDefinition] = [:]
    for table in tables {
      for metric in table.metrics
      where metric.provenance.source == .papi && presets[metric.name] == nil {
        presets[metric.name] = metric
      }
    }
    return presets
  }
}

extension MetricDefinition {
  /// Whether the value is the count of one event.
  var isOneEvent: Bool { operands.count == 1 && (formula.isEmpty || formula == "N0|") }
}
