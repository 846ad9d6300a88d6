/// All that several sources say of the events of a machine.
public struct MachineEvents: Sendable {
  /// The tables, in the order of the sources.
  public var tables: [EventTable]
  /// The sources and tables that cannot be read, and why.
  public var failures: [EventSourceError]

  /// Creates a collection.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - failures: The sources and tables that cannot be read.
  public init(tables: [EventTable], failures: [EventSourceError]) {
    self.tables = tables
    self.failures = failures
  }
}
