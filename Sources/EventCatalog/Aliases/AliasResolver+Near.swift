extension AliasResolver {
  /// More names than a list of near ones should have.
  static var nearLimit: Int { 64 }

  /// Adds the names of the same event and unit mask, counted in another way.
  func addVariants(of key: EncodingKey, to names: inout AliasList) {
    let others: [AliasIndex.Entry] = index.entries(withBaseOf: key).filter { $0.key != key }
    for entry in others.prefix(Self.nearLimit) {
      names.add(entry, relation: relation(of: entry, to: key), in: index)
    }
  }

  /// How an entry that is not of the same code relates to a code.
  func relation(
    of entry: AliasIndex.Entry, to key: EncodingKey?, isNamesake: Bool = false
  ) -> AliasRelation {
    guard let other = entry.key else { return .nameOnly }
    guard let key else { return .near(difference: "Counts \(label(of: other)).") }
    if isNamesake {
      return .near(
        difference: "Bears the same name, but counts \(label(of: other)) instead of "
          + "\(label(of: key)).")
    }
    if other.unit == key.unit, other.words.config == key.words.config {
      return .near(
        difference: "Counts the same event with \(other.words.config1.hexadecimal) instead of "
          + "\(key.words.config1.hexadecimal) in the register beside the counter.")
    }
    if other.base(layout: index.layout) == key.base(layout: index.layout) {
      let own = EventModifiers(of: other.words.config, layout: index.layout, unit: other.unit)
      let asked = EventModifiers(of: key.words.config, layout: index.layout, unit: key.unit)
      return .near(
        difference: "Counts \(own.phrase) of the same event, not \(asked.phrase).")
    }
    return .near(difference: "Counts \(label(of: other)) instead of \(label(of: key)).")
  }

  /// A code by the name that its vendor gives it, and as a number.
  private func label(of key: EncodingKey) -> String {
    var code: String = key.words.config.hexadecimal
    if key.words.config1 != 0 { code += " with \(key.words.config1.hexadecimal)" }
    let named: AliasIndex.Entry? = index.entries(with: key)
      .filter { $0.source != .generic && $0.source != .papi }
      .min { $0.source.trust < $1.source.trust }
    guard let named else { return "the code \(code)" }
    return "\(named.name) (\(code))"
  }
}
