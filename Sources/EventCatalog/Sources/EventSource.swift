/// A source of event descriptions, of this machine or of any other.
///
/// A source consists of tables, one per microarchitecture, kind of core or PMU, as
/// the source itself divides them. Nothing is read before it is asked for, and a
/// source keeps nothing; an ``EventCatalog`` keeps the tables of its sources.
public protocol EventSource: Sendable {
  /// The kind of source.
  var kind: EventSourceKind { get }

  /// The names of all tables, as the source spells them, sorted.
  ///
  /// - Returns: The names, such as `skylake`, `SKL` or `skl`.
  /// - Throws: What cannot be read.
  func tableNames() throws(EventSourceError) -> [String]

  /// The names of the tables that hold for a CPU, those of its cores first.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The names, none if the source does not know the CPU.
  /// - Throws: What cannot be read.
  func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String]

  /// Reads a table.
  ///
  /// Records that make no sense are left out and said in ``EventTable/warnings``.
  ///
  /// - Parameter name: One of the names that ``tableNames()`` returns.
  /// - Returns: The table.
  /// - Throws: What cannot be read; ``EventSourceProblem/noTable(_:)`` of an unknown
  ///   name.
  func table(named name: String) throws(EventSourceError) -> EventTable
}
