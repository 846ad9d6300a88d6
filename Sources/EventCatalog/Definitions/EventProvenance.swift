/// Where the description of an event comes from.
public struct EventProvenance: Hashable, Sendable {
  /// The kind of source.
  public var source: EventSourceKind
  /// The version that the source says of itself, empty if it says none.
  public var version: String
  /// The file, or the table of a library.
  public var location: String

  /// Creates a provenance.
  ///
  /// - Parameters:
  ///   - source: The kind of source.
  ///   - version: The version that the source says of itself.
  ///   - location: The file, or the table of a library.
  public init(source: EventSourceKind, version: String = "", location: String) {
    self.source = source
    self.version = version
    self.location = location
  }
}
