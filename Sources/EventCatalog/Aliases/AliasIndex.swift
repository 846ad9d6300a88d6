/// Every name of an event at hand, by code and by name.
///
/// It is made in one pass over the tables and then only read.
struct AliasIndex: Sendable {
  /// A name of a tool.
  struct Entry: Sendable {
    /// The name within its table.
    var plain: String
    /// The PMU that libpfm4 wants before the name, empty for other tools.
    var pmu: String = ""
    var source: EventSourceKind
    /// The code; nil where the source does not say it.
    var key: EncodingKey?
    var marks: AliasMarks = []
    var fixedCounter: Int?
    /// The table and the place in it; nil for the kernel's generic events.
    var place: Place?

    /// The name as a user of the tool types it.
    var name: String { pmu.isEmpty ? plain : "\(pmu)::\(plain)" }
  }

  struct Place: Hashable, Sendable {
    var table: Int
    var event: Int
  }

  let tables: [EventTable]
  let layout: CoreLayout
  let presets: [String: MetricDefinition]
  private(set) var entries: [Entry] = []
  /// The PMUs that have events, each once.
  private(set) var units: [PMUUnit] = []
  private var byKey = IndexChains<EncodingKey>()
  private var byBase = IndexChains<EncodingKey>()
  private var byName = IndexChains<NameKey>()

  /// Indexes tables that are about one microarchitecture.
  init(_ tables: [EventTable], microarchitecture: Microarchitecture) {
    self.tables = tables
    self.presets = Self.presets(in: tables)
    self.layout = microarchitecture.layout
    let count: Int = tables.map(\.events.count).reduce(0, +) + 128
    entries.reserveCapacity(count)
    byKey.reserveCapacity(count)
    byName.reserveCapacity(count)
    addGenericEvents(of: microarchitecture)
    for table in tables.indices {
      for event in tables[table].events.indices
      where microarchitecture.counts(tables[table].events[event].unit) {
        add(Place(table: table, event: event))
      }
    }
    addPresets(of: microarchitecture)
  }

  /// Adds all names of a definition, of which only what is needed is copied.
  private mutating func add(_ place: Place) {
    let events: [EventDefinition] = tables[place.table].events
    let source: EventSourceKind = events[place.event].provenance.source
    var entry = Entry(plain: events[place.event].name, source: source, place: place)
    if source == .libpfm4 { entry.pmu = events[place.event].provenance.location }
    if let words = events[place.event].words {
      entry.key = EncodingKey(unit: events[place.event].unit, words: words)
    }
    entry.fixedCounter = events[place.event].constraints.onlyFixedCounter
    entry.marks = AliasMarks(
      events[place.event].traits, hasUnitMask: events[place.event].baseName != nil,
      isFixed: entry.fixedCounter != nil)
    add(entry)
    let name: String = entry.plain
    entry.marks.insert(.otherName)
    for other in events[place.event].otherNames where other != name {
      entry.plain = other
      add(entry)
    }
  }

  mutating func add(_ entry: Entry) {
    let number: Int = entries.count
    entries.append(entry)
    byName.append(number, to: NameKey(entry.plain))
    guard let key = entry.key else { return }
    byKey.append(number, to: key)
    if units.last != key.unit, !units.contains(key.unit) { units.append(key.unit) }
    let base: EncodingKey = key.base(layout: layout)
    if base != key { byBase.append(number, to: base) }
  }

  /// The entries with a code.
  func entries(with key: EncodingKey) -> [Entry] {
    byKey[key].map { entries[$0] }
  }

  /// The entries of the same event and unit mask, however they are counted.
  func entries(withBaseOf key: EncodingKey) -> [Entry] {
    let base: EncodingKey = key.base(layout: layout)
    return (byKey[base] + byBase[base]).map { entries[$0] }
  }

  /// The entries of a name, however it is punctuated.
  func entries(named name: String) -> [Entry] {
    byName[NameKey(name)].map { entries[$0] }.filter { NameKey.isSame($0.plain, name) }
  }

  /// Where an entry stands, nil for the kernel's generic events.
  func provenance(of entry: Entry) -> EventProvenance? {
    guard let place = entry.place, tables.indices.contains(place.table),
      tables[place.table].events.indices.contains(place.event)
    else { return nil }
    return tables[place.table].events[place.event].provenance
  }
}

extension Microarchitecture {
  /// Whether events of a kind of PMU can occur on machines with these cores.
  func counts(_ unit: PMUUnit) -> Bool {
    !unit.isCore || unit == .core || unit == self.unit || self.unit == .core
  }
}

extension AliasMarks {
  fileprivate init(_ traits: EventTraits, hasUnitMask: Bool, isFixed: Bool) {
    self = []
    if traits.contains(.deprecated) { insert(.deprecated) }
    if traits.contains(.experimental) { insert(.experimental) }
    // With a mask in the name the default is not needed.
    if traits.contains(.defaultUnitMask), !hasUnitMask { insert(.defaultUnitMask) }
    if isFixed { insert(.fixedCounter) }
  }
}

extension CounterConstraints {
  /// The fixed counter, where no other counter can hold the event.
  fileprivate var onlyFixedCounter: Int? {
    guard let fixed, programmable?.isEmpty ?? true else { return nil }
    return fixed.counters.first
  }
}
