/// Where the description of an event comes from.
public struct EventProvenance: Hashable, Sendable {
  /// The kind of source.
  public var source: EventSourceKind
  /// The version that the source says of itself, empty if it says none.
  public var version: String
  /// The file, or the table of a library.
  public var location: String
  /// The kind of CPU as LIKWID names it in its files, empty for other sources.
  ///
  /// It says which options an event of LIKWID has.
  public var architecture: String

  /// Creates a provenance.
  ///
  /// - Parameters:
  ///   - source: The kind of source.
  ///   - version: The version that the source says of itself.
  ///   - location: The file, or the table of a library.
  ///   - architecture: The kind of CPU as LIKWID names it.
  public init(
    source: EventSourceKind, version: String = "", location: String, architecture: String = ""
  ) {
    self.source = source
    self.version = version
    self.location = location
    self.architecture = architecture
  }
}
