/// Every name of an event at hand, by code and by name.
///
/// It is made in one pass over the tables and then only read.
struct AliasIndex: Sendable {
  /// A name of a tool.
  struct Entry: Sendable {
    var name: String
    var source: EventSourceKind
    /// The code; nil where the source does not say it.
    var key: EncodingKey?
    var marks: AliasMarks
    var fixedCounter: Int?
    /// The table and the place in it; nil for the kernel's generic events.
    var place: Place?
  }

  struct Place: Hashable, Sendable {
    var table: Int
    var event: Int
  }

  let tables: [EventTable]
  let layout: String
  private(set) var entries: [Entry] = []
  private(set) var byKey: [EncodingKey: [Int]] = [:]
  private(set) var byBase: [EncodingKey: [Int]] = [:]
  private(set) var byName: [String: [Int]] = [:]
  /// The PMUs that have events, each once.
  private(set) var units: [PMUUnit] = []

  /// Indexes tables that are about one microarchitecture, or any tables without one.
  init(_ tables: [EventTable], microarchitecture: Microarchitecture?, layout: String) {
    self.tables = tables
    self.layout = layout
    let count: Int = tables.map(\.events.count).reduce(0, +)
    entries.reserveCapacity(count + 128)
    byKey.reserveCapacity(count + 128)
    byBase.reserveCapacity(count + 128)
    byName.reserveCapacity(count + 128)
    if let microarchitecture { addGenericEvents(of: microarchitecture) }
    for (table, contents) in tables.enumerated() {
      for (event, definition) in contents.events.enumerated()
      where microarchitecture?.counts(definition.unit) ?? true {
        add(definition, at: Place(table: table, event: event))
      }
    }
    if let microarchitecture { addPresets(of: microarchitecture) }
  }

  private mutating func add(_ definition: EventDefinition, at place: Place) {
    let source: EventSourceKind = definition.provenance.source
    var entry = Entry(
      name: definition.name, source: source,
      key: definition.words.map { EncodingKey(unit: definition.unit, words: $0) },
      marks: AliasMarks(definition), fixedCounter: definition.aliasedFixedCounter, place: place)
    if source == .libpfm4 { entry.name = "\(definition.provenance.location)::\(entry.name)" }
    add(entry, as: definition.name)
    for other in definition.otherNames where other != definition.name {
      var alias: Entry = entry
      alias.name = source == .libpfm4 ? "\(definition.provenance.location)::\(other)" : other
      alias.marks.insert(.otherName)
      add(alias, as: other)
    }
  }

  mutating func add(_ entry: Entry, as name: String) {
    let number: Int = entries.count
    entries.append(entry)
    byName[NameKey.of(name), default: []].append(number)
    guard let key = entry.key else { return }
    byKey[key, default: []].append(number)
    if units.last != key.unit, !units.contains(key.unit) { units.append(key.unit) }
    let base: EncodingKey = key.base(layout: layout)
    if base != key { byBase[base, default: []].append(number) }
  }

  /// The definition behind an entry.
  func definition(of entry: Entry) -> EventDefinition? {
    guard let place = entry.place, tables.indices.contains(place.table),
      tables[place.table].events.indices.contains(place.event)
    else { return nil }
    return tables[place.table].events[place.event]
  }
}

extension Microarchitecture {
  /// Whether events of a kind of PMU can occur on machines with these cores.
  func counts(_ unit: PMUUnit) -> Bool {
    !unit.isCore || unit == .core || unit == self.unit || self.unit == .core
  }
}

extension AliasMarks {
  fileprivate init(_ definition: EventDefinition) {
    self = []
    if definition.traits.contains(.deprecated) { insert(.deprecated) }
    if definition.traits.contains(.experimental) { insert(.experimental) }
    // With a mask in the name the default is not needed.
    if definition.traits.contains(.defaultUnitMask), definition.baseName == nil {
      insert(.defaultUnitMask)
    }
    if definition.aliasedFixedCounter != nil { insert(.fixedCounter) }
  }
}

extension EventDefinition {
  /// The fixed counter, where no other counter can hold the event.
  fileprivate var aliasedFixedCounter: Int? {
    guard let fixed = constraints.fixed, constraints.programmable?.isEmpty ?? true else {
      return nil
    }
    return fixed.counters.first
  }
}
