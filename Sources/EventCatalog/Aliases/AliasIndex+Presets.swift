extension AliasIndex {
  /// Adds the presets of PAPI that are one event, with the code of that event.
  mutating func addPresets(of microarchitecture: Microarchitecture) {
    let native = NativeEncoder(index: self, microarchitecture: microarchitecture)
    for table in tables {
      for metric in table.metrics where metric.provenance.source == .papi && metric.isOneEvent {
        let key: EncodingKey? = metric.operands.first.flatMap { native.key(of: $0.value) }
        add(Entry(plain: metric.name, source: .papi, key: key))
      }
    }
  }

  /// The preset of PAPI with a name, nil if no table at hand has it.
  func preset(named name: String) -> MetricDefinition? {
    for table in tables {
      for metric in table.metrics
      where metric.provenance.source == .papi && metric.name == name {
        return metric
      }
    }
    return nil
  }
}

extension MetricDefinition {
  /// Whether the value is the count of one event.
  var isOneEvent: Bool { operands.count == 1 && (formula.isEmpty || formula == "N0|") }
}
