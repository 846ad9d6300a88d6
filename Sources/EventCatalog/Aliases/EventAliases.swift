/// The names of one event, or of one concept, on a microarchitecture.
public struct EventAliases: Hashable, Sendable {
  /// What was asked for: the name of the concept or of the event.
  public var name: String
  /// The concepts that the code stands for on the microarchitecture.
  public var concepts: [Concept]
  /// The PMU that counts the event.
  public var unit: PMUUnit
  /// The code; nil where no single event is meant, or where no source at hand knows it.
  public var words: EventWords?
  /// The names: those of the same code first, then formulas, near ones, and bare names.
  public var names: [EventAlias]

  /// Creates a list of names.
  ///
  /// - Parameters:
  ///   - name: What was asked for.
  ///   - concepts: The concepts that the code stands for.
  ///   - unit: The PMU that counts the event.
  ///   - words: The code.
  ///   - names: The names.
  public init(
    name: String, concepts: [Concept], unit: PMUUnit, words: EventWords?, names: [EventAlias]
  ) {
    self.name = name
    self.concepts = concepts
    self.unit = unit
    self.words = words
    self.names = names
  }

  /// The names that may stand for each other.
  public var equivalents: [EventAlias] { names.filter { $0.relation == .sameCode } }

  /// Whether nothing at all is known of what was asked for.
  public var isEmpty: Bool { words == nil && names.isEmpty }
}
