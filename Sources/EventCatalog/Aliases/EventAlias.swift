/// A name that a tool has for an event, and how it relates to the event in question.
public struct EventAlias: Hashable, Sendable {
  /// The name as a user of the tool types it, such as `skl::L1D:REPLACEMENT`.
  public var name: String
  /// The tool, by the kind of its tables.
  public var source: EventSourceKind
  /// How the event relates to the one in question.
  public var relation: AliasRelation
  /// What else is to be known of the name.
  public var marks: AliasMarks
  /// The fixed counter that the tool counts with, if it uses one.
  public var fixedCounter: Int?
  /// The code behind the name, if a source at hand says it.
  public var words: EventWords?
  /// Where the name stands; nil for the kernel's generic events.
  public var provenance: EventProvenance?

  /// Creates an alias.
  ///
  /// - Parameters:
  ///   - name: The name as a user of the tool types it.
  ///   - source: The tool.
  ///   - relation: How the event relates to the one in question.
  ///   - marks: What else is to be known of the name.
  ///   - fixedCounter: The fixed counter that the tool counts with.
  ///   - words: The code behind the name.
  ///   - provenance: Where the name stands.
  public init(
    name: String, source: EventSourceKind, relation: AliasRelation, marks: AliasMarks = [],
    fixedCounter: Int? = nil, words: EventWords? = nil, provenance: EventProvenance? = nil
  ) {
    self.name = name
    self.source = source
    self.relation = relation
    self.marks = marks
    self.fixedCounter = fixedCounter
    self.words = words
    self.provenance = provenance
  }
}
