/// Names that are being collected, each once.
struct AliasList {
  private var names: [EventAlias] = []
  private var seen: Set<Identity> = []

  private struct Identity: Hashable {
    var name: String
    var source: EventSourceKind
  }

  mutating func add(_ entry: AliasIndex.Entry, relation: AliasRelation, in index: AliasIndex) {
    let name: String = entry.name
    guard isNew(name, entry.source) else { return }
    names.append(
      EventAlias(
        name: name, source: entry.source, relation: relation, marks: entry.marks,
        fixedCounter: entry.fixedCounter, words: entry.key?.words,
        provenance: index.provenance(of: entry)))
  }

  mutating func add(_ alias: EventAlias) {
    if isNew(alias.name, alias.source) { names.append(alias) }
  }

  private mutating func isNew(_ name: String, _ source: EventSourceKind) -> Bool {
    seen.insert(Identity(name: name, source: source)).inserted
  }

  mutating func add(derived preset: MetricDefinition) {
    add(
      EventAlias(
        name: preset.name, source: preset.provenance.source,
        relation: .derived(
          formula: PostfixText.infix(preset), operands: preset.operands.map(\.value)),
        provenance: preset.provenance))
  }

  /// The names by relation and tool; current ones go before deprecated ones.
  func sorted() -> [EventAlias] {
    names.enumerated().sorted { left, right in
      let leftKey = (left.element.relation.rank, left.element.source.listing)
      let rightKey = (right.element.relation.rank, right.element.source.listing)
      if leftKey != rightKey { return leftKey < rightKey }
      let leftDeprecated: Bool = left.element.marks.contains(.deprecated)
      if leftDeprecated != right.element.marks.contains(.deprecated) { return !leftDeprecated }
      return left.offset < right.offset
    }.map(\.element)
  }
}
