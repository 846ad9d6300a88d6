/// A name that a raw code can be given.
public struct ReverseMatch: Hashable, Sendable {
  /// The name in the language of the source.
  public var name: String
  /// The source.
  public var source: EventSourceKind
  /// The PMU that counts the event.
  public var unit: PMUUnit
  /// The terms that must be added to the name to make the code, empty if it is exact.
  public var leftover: String
  /// What else is to be known of the name.
  public var marks: AliasMarks
  /// Where the name stands; nil for the kernel's generic events.
  public var provenance: EventProvenance?

  /// Creates a match.
  ///
  /// - Parameters:
  ///   - name: The name in the language of the source.
  ///   - source: The source.
  ///   - unit: The PMU that counts the event.
  ///   - leftover: The terms that must be added.
  ///   - marks: What else is to be known of the name.
  ///   - provenance: Where the name stands.
  public init(
    name: String, source: EventSourceKind, unit: PMUUnit, leftover: String = "",
    marks: AliasMarks = [], provenance: EventProvenance? = nil
  ) {
    self.name = name
    self.source = source
    self.unit = unit
    self.leftover = leftover
    self.marks = marks
    self.provenance = provenance
  }

  /// Whether the name means exactly the code.
  public var isExact: Bool { leftover.isEmpty }
}
