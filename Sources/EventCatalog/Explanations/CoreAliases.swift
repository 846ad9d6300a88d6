/// The names of an event on one design of cores.
public struct CoreAliases: Sendable {
  /// The design of the cores.
  public var microarchitecture: Microarchitecture
  /// The names, one list per code that the asked name has in some source.
  ///
  /// Where the sources agree, there is one.
  public var aliases: [EventAliases]
  /// What sources say of the events that have the same code.
  public var definitions: [EventDefinition]

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - microarchitecture: The design of the cores.
  ///   - aliases: The names.
  ///   - definitions: What sources say of the events that have the same code.
  public init(
    microarchitecture: Microarchitecture, aliases: [EventAliases],
    definitions: [EventDefinition]
  ) {
    self.microarchitecture = microarchitecture
    self.aliases = aliases
    self.definitions = definitions
  }
}
