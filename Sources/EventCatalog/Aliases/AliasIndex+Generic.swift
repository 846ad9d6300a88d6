extension AliasIndex {
  /// Adds the names that every kernel knows, with what they count on these cores.
  mutating func addGenericEvents(of microarchitecture: Microarchitecture) {
    if let encodings = GenericEncodings.of(microarchitecture) {
      for name in encodings.names {
        guard let words = encodings.words[name] else { continue }
        addGeneric(name, key: EncodingKey(unit: .core, words: words))
        for other in HardwareEvent(named: name)?.names ?? [] where other != name {
          addGeneric(other, key: EncodingKey(unit: .core, words: words))
        }
      }
    }
    for event in SoftwareEvent.allCases {
      let words = EventWords(config: event.rawValue)
      for name in event.names {
        addGeneric(name, key: EncodingKey(unit: .software, words: words))
      }
    }
    for (name, code) in microarchitecture.energyEvents {
      addGeneric(
        "power/\(name)/", key: EncodingKey(unit: .power, words: EventWords(config: code)))
    }
  }

  private mutating func addGeneric(_ name: String, key: EncodingKey) {
    add(Entry(plain: name, source: .generic, key: key))
  }
}
