/// The names that every kernel knows, on whatever machine.
///
/// The tables are those of hardware, software and cache events, and one for the
/// forms that take numbers: raw codes, types with codes, and breakpoints.
public struct GenericSource: EventSource {
  /// Creates a source.
  public init() {}

  /// The kind of source.
  public var kind: EventSourceKind { .generic }

  /// The names of the tables.
  ///
  /// - Returns: The five names.
  /// - Throws: Nothing.
  public func tableNames() throws(EventSourceError) -> [String] {
    ["breakpoint", "hardware", "hardware-cache", "raw", "software"]
  }

  /// The names of the tables, those of the cores first.
  ///
  /// - Parameter cpu: Any CPU.
  /// - Returns: The names of all tables.
  /// - Throws: Nothing.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    Self.ordered
  }

  /// The names of the tables, what is asked for most first.
  static let ordered: [String] = ["hardware", "hardware-cache", "raw", "software", "breakpoint"]

  /// Makes a table.
  ///
  /// - Parameter name: One of the names that ``tableNames()`` returns.
  /// - Returns: The table; the forms that take numbers have no words.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` of another name.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    switch name {
    case "hardware": EventTable(name: name, events: HardwareEvent.allCases.map(definition))
    case "software": EventTable(name: name, events: SoftwareEvent.allCases.map(definition))
    case "hardware-cache": EventTable(name: name, events: CacheEvent.all.map(definition))
    case "raw": EventTable(name: name, events: rawForms)
    case "breakpoint": EventTable(name: name, events: [breakpointForm])
    default: throw EventSourceError(path: "generic", problem: .noTable(name))
    }
  }

  private func definition(_ event: HardwareEvent) -> EventDefinition {
    definition(event.names, .hardware, event.rawValue, event.summary)
  }

  private func definition(_ event: CacheEvent) -> EventDefinition {
    definition(event.spellings, .hardwareCache, event.config, event.summary)
  }

  private func definition(_ event: SoftwareEvent) -> EventDefinition {
    var definition: EventDefinition = definition(
      event.names, .software, event.rawValue, event.summary)
    definition.countUnit = event.unit
    return definition
  }

  private var rawForms: [EventDefinition] {
    [
      form(
        "rCODE", .core, "The code of an event of the cores, r and up to 16 hexadecimal digits"),
      form("TYPE:CONFIG", .core, "The number of a PMU and the code of an event"),
    ]
  }

  private var breakpointForm: EventDefinition {
    form(
      "mem:ADDRESS[/LENGTH][:rwx]", .breakpoint,
      "Reads, writes or executions at an address, of 4 bytes unless a length is given")
  }

  private func form(_ name: String, _ unit: PMUUnit, _ brief: String) -> EventDefinition {
    var definition = EventDefinition(
      name: name, unit: unit, provenance: EventProvenance(source: .generic, location: "raw"))
    definition.brief = brief
    return definition
  }

  private func definition(
    _ names: [String], _ unit: PMUUnit, _ config: UInt64, _ brief: String
  ) -> EventDefinition {
    var definition = EventDefinition(
      name: names[0], unit: unit, words: EventWords(config: config),
      provenance: EventProvenance(source: .generic, location: unit.name))
    definition.otherNames = Array(names.dropFirst())
    definition.brief = brief
    return definition
  }
}
