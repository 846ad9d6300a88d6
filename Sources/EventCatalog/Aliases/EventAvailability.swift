/// A place where an event exists.
public struct EventAvailability: Hashable, Sendable {
  /// The microarchitecture.
  public var microarchitecture: Microarchitecture
  /// The name there, in the language of the source; empty where only the code is known.
  public var name: String
  /// The source that says so; generic for what the kernel's drivers say.
  public var source: EventSourceKind
  /// The table of the source, empty for the kernel's drivers.
  public var table: String
  /// The PMU that counts the event.
  public var unit: PMUUnit
  /// The code, if the source says it.
  public var words: EventWords?

  /// Creates a description of a place.
  ///
  /// - Parameters:
  ///   - microarchitecture: The microarchitecture.
  ///   - name: The name there.
  ///   - source: The source that says so.
  ///   - table: The table of the source.
  ///   - unit: The PMU that counts the event.
  ///   - words: The code.
  public init(
    microarchitecture: Microarchitecture, name: String, source: EventSourceKind, table: String,
    unit: PMUUnit, words: EventWords?
  ) {
    self.microarchitecture = microarchitecture
    self.name = name
    self.source = source
    self.table = table
    self.unit = unit
    self.words = words
  }
}
