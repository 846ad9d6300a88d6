extension AliasResolver {
  /// Returns the names that all tools have for an event, by any of its names.
  ///
  /// The name can be a concept, any tool's name of an event, or a raw code such as
  /// `r151` or `cpu/event=0x51,umask=1/`. Equal words can mean different events in
  /// different sources, so there can be several answers: the surest source's first.
  /// A name of libpfm4 with several unit masks has none, since only the library knows
  /// which go together: resolve it and ask for the names of its code.
  ///
  /// - Parameter name: The name, in letters of either case.
  /// - Returns: One list of names per code that the name stands for; none if no source
  ///   at hand has the name.
  public func aliases(of name: String) -> [EventAliases] {
    let asked = AskedName(name)
    var found: [EventAliases] = []
    var seen: Set<EncodingKey> = []
    for key in keys(of: asked) where seen.insert(key).inserted {
      found.append(aliases(of: key, name: name))
    }
    if found.isEmpty, let concept = Concept.named(name) {
      let aliases: EventAliases = aliases(of: concept)
      return aliases.isEmpty ? [] : [aliases]
    }
    if found.isEmpty, let preset = index.preset(named: asked.plain.uppercased()),
      !preset.isOneEvent
    {
      found.append(aliases(of: preset))
    }
    if found.isEmpty { found += unencoded(asked) }
    return found
  }

  /// Returns the names that all tools have for a code.
  ///
  /// - Parameters:
  ///   - words: The code.
  ///   - unit: The PMU that counts the event.
  /// - Returns: The names, none if no source at hand has the code.
  public func aliases(of words: EventWords, unit: PMUUnit = .core) -> EventAliases {
    aliases(of: EncodingKey(unit: unit, words: words), name: "")
  }

  private func aliases(of key: EncodingKey, name: String) -> EventAliases {
    let concepts: [Concept] = concepts[key] ?? []
    var names = AliasList()
    for entry in index.entries(with: key) {
      names.add(entry, relation: .sameCode, in: index)
      addThresholdNames(of: entry, to: &names)
    }
    for concept in concepts {
      for alias in aliases(of: concept).names where alias.relation != .sameCode {
        names.add(alias)
      }
    }
    addVariants(of: key, to: &names)
    return EventAliases(
      name: name, concepts: concepts, unit: key.unit, words: key.words, names: names.sorted())
  }

  /// Adds what libpfm4 calls an event whose threshold is in its name.
  private func addThresholdNames(of entry: AliasIndex.Entry, to names: inout AliasList) {
    for other in index.thresholdEntries(for: entry, encoder: encoder) {
      let relation: AliasRelation =
        other.key != nil && other.key == entry.key ? .sameCode : relation(of: other, to: entry.key)
      names.add(other, relation: relation, in: index)
    }
  }

  private var encoder: NativeEncoder {
    NativeEncoder(index: index, microarchitecture: microarchitecture)
  }

  /// A preset that is a formula, with what counts the same idea.
  private func aliases(of preset: MetricDefinition) -> EventAliases {
    var names = AliasList()
    names.add(derived: preset)
    let concepts: [Concept] = Concept.all.filter { $0.presets.contains(preset.name) }
    return EventAliases(
      name: preset.name, concepts: concepts, unit: .core, words: nil, names: names.sorted())
  }

  /// The codes behind a name, those of the surest source first.
  private func keys(of asked: AskedName) -> [EncodingKey] {
    // A name goes before a code: `read` could be either.
    let found: [AliasIndex.Entry] = index.relatives(named: asked.plain)
    if found.isEmpty {
      // Each part of a name is looked up together with its start.
      if asked.plain.contains(":"), asked.plain.utf8.count <= 4096,
        let key = encoder.key(of: asked.plain, masksAtMost: 1)
      {
        return [key]
      }
      return asked.code(layout: index.layout).map { [$0] } ?? []
    }
    let exact: [AliasIndex.Entry] = found.filter { asked.isExactly($0.name) }
    return (exact.isEmpty ? found : exact)
      .sorted { $0.source.turn < $1.source.turn }
      .compactMap(\.key)
  }

  /// Names of which no source at hand says the code.
  private func unencoded(_ asked: AskedName) -> [EventAliases] {
    var names = AliasList()
    for entry in index.relatives(named: asked.plain) {
      names.add(entry, relation: .nameOnly, in: index)
      addThresholdNames(of: entry, to: &names)
    }
    let listed: [EventAlias] = names.sorted()
    guard !listed.isEmpty else { return [] }
    return [
      EventAliases(name: asked.text, concepts: [], unit: .core, words: nil, names: listed)
    ]
  }
}
