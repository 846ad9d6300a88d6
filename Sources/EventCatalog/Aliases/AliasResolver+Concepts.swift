extension AliasResolver {
  /// Returns the names of a concept in all tools.
  ///
  /// - Parameter concept: The concept.
  /// - Returns: Its code on the microarchitecture and the names; without any where the
  ///   microarchitecture has nothing of the kind.
  public func aliases(of concept: Concept) -> EventAliases {
    let key: EncodingKey? = codes[concept.name]
    var names = AliasList()
    if let key {
      for entry in index.entries(with: key) { names.add(entry, relation: .sameCode, in: index) }
      addVariants(of: key, to: &names)
    }
    addGenericNames(of: concept, key: key, to: &names)
    addPresets(of: concept, key: key, to: &names)
    addNamesakes(of: concept, key: key, to: &names)
    return EventAliases(
      name: concept.name, concepts: [concept], unit: key?.unit ?? concept.unit,
      words: key?.words, names: names.sorted())
  }

  /// The kernel's names for the idea that count something else on these cores.
  private func addGenericNames(of concept: Concept, key: EncodingKey?, to names: inout AliasList) {
    for name in concept.genericNames {
      let found: [AliasIndex.Entry] = index.entries(named: name).filter { $0.source == .generic }
      for entry in found where entry.key != nil && entry.key != key {
        names.add(entry, relation: relation(of: entry, to: key), in: index)
      }
      if found.isEmpty, key == nil, isGenericUnknown, concept.category != .energy {
        names.add(
          AliasIndex.Entry(plain: name, source: .generic),
          relation: .nameOnly, in: index)
      }
    }
  }

  /// Whether nothing is known of what the kernel counts for its generic events.
  private var isGenericUnknown: Bool { microarchitecture.generic == "none" }

  /// PAPI's names for the idea: formulas, and events that are not quite it.
  private func addPresets(of concept: Concept, key: EncodingKey?, to names: inout AliasList) {
    for name in concept.presets {
      guard let preset = index.preset(named: name) else { continue }
      if preset.isOneEvent {
        for entry in index.entries(named: name)
        where entry.source == .papi && (key == nil || entry.key != key) {
          names.add(entry, relation: relation(of: entry, to: key), in: index)
        }
      } else {
        names.add(derived: preset)
      }
    }
  }

  /// Names that are the seed's own words in another source, with another code or none.
  private func addNamesakes(of concept: Concept, key: EncodingKey?, to names: inout AliasList) {
    for case .name(let name) in concept.seeds(on: microarchitecture) {
      let found: [AliasIndex.Entry] = index.entries(named: name)
      guard let key, found.contains(where: { $0.key == key }) else { continue }
      for entry in found where entry.key != key {
        names.add(entry, relation: relation(of: entry, to: key, isNamesake: true), in: index)
      }
    }
  }
}
