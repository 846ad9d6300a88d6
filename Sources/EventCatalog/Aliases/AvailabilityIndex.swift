/// Which microarchitectures have which events, over tables of any sources.
///
/// Tables are added one by one, each once, and are not kept: what stays is the names
/// with their codes. Add every table that is at hand and keep the index, and a question
/// costs no more than its answer.
struct AvailabilityIndex: Sendable {
  private struct Posting: Sendable {
    var table: Int32
    var unit: Int32
    var name: String
    var words: EventWords?
  }

  private struct Table: Sendable {
    var name: String
    var source: EventSourceKind
    var microarchitectures: [Microarchitecture]
  }

  private var tables: [Table] = []
  private var units: [PMUUnit] = []
  private var unitNumbers: [PMUUnit: Int32] = [:]
  private var postings: [Posting] = []
  private var byName = IndexChains<NameKey>()

  /// Creates an index without tables.
  init() {}

  /// Adds the events of a table.
  ///
  /// A table that is about no known microarchitecture adds nothing.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - source: The kind of source that it is from.
  mutating func add(_ table: EventTable, of source: EventSourceKind) {
    let owners: [Microarchitecture] = Microarchitecture.described(by: table.name, of: source)
    guard !owners.isEmpty else { return }
    let tableNumber = Int32(clamping: tables.count)
    tables.append(Table(name: table.name, source: source, microarchitectures: owners))
    for definition in table.events {
      let unit: Int32 = number(of: definition.unit)
      for name in [definition.name] + definition.otherNames {
        add(Posting(table: tableNumber, unit: unit, name: name, words: definition.words))
      }
    }
    for metric in table.metrics where metric.provenance.source == .papi {
      add(Posting(table: tableNumber, unit: number(of: .core), name: metric.name))
    }
  }

  private mutating func add(_ posting: Posting) {
    byName.append(postings.count, to: NameKey(posting.name))
    postings.append(posting)
  }

  private func postings(named name: String) -> [Posting] {
    byName[NameKey(name)].map { postings[$0] }.filter { NameKey.isSame($0.name, name) }
  }

  private mutating func number(of unit: PMUUnit) -> Int32 {
    if let known = unitNumbers[unit] { return known }
    let number = Int32(clamping: units.count)
    units.append(unit)
    unitNumbers[unit] = number
    return number
  }

  /// Returns the places where some tool has an event of a name.
  ///
  /// - Parameter name: The name in any tool's spelling.
  /// - Returns: The places, by microarchitecture and source.
  func availability(of name: String) -> [EventAvailability] {
    let asked = AskedName(name)
    var found: [EventAvailability] = []
    for posting in postings(named: asked.plain) {
      found += places(of: posting)
    }
    for microarchitecture in Microarchitecture.all {
      guard let words = GenericEncodings.of(microarchitecture)?.words[asked.plain] else {
        continue
      }
      found.append(
        EventAvailability(
          microarchitecture: microarchitecture, name: asked.plain, source: .generic, table: "",
          unit: .core, words: words))
    }
    return Self.sorted(found)
  }

  /// Returns the places where a concept has a code, with the name that it was found by.
  ///
  /// - Parameter concept: The concept.
  /// - Returns: At most one place per microarchitecture.
  func availability(of concept: Concept) -> [EventAvailability] {
    // What the kernel counts by itself, it counts on every machine.
    guard concept.unit == .core else { return [] }
    return Self.sorted(
      Microarchitecture.all.compactMap { microarchitecture in
        for seed in concept.seeds(on: microarchitecture) {
          if let place = place(of: seed, on: microarchitecture) { return place }
        }
        return nil
      })
  }

  private func place(
    of seed: ConceptSeed, on microarchitecture: Microarchitecture
  ) -> EventAvailability? {
    var place = EventAvailability(
      microarchitecture: microarchitecture, name: "", source: .generic, table: "", unit: .core,
      words: nil)
    switch seed {
    case .code(let words): place.words = words
    case .generic(let name):
      place.name = name
      place.words = GenericEncodings.of(microarchitecture)?.words[name]
    case .name(let name):
      return postings(named: name).flatMap(places)
        .filter { $0.microarchitecture == microarchitecture && $0.words != nil }
        .min { $0.source.trust < $1.source.trust }
    }
    return place.words == nil ? nil : place
  }

  /// The places that a name in a table stands for, one per microarchitecture.
  private func places(of posting: Posting) -> [EventAvailability] {
    guard tables.indices.contains(Int(posting.table)), units.indices.contains(Int(posting.unit))
    else { return [] }
    let table: Table = tables[Int(posting.table)]
    let unit: PMUUnit = units[Int(posting.unit)]
    return table.microarchitectures.filter { $0.counts(unit) }.map {
      EventAvailability(
        microarchitecture: $0, name: posting.name, source: table.source, table: table.name,
        unit: unit, words: posting.words)
    }
  }

  private static func sorted(_ places: [EventAvailability]) -> [EventAvailability] {
    places.sorted {
      ($0.microarchitecture.name, $0.source.trust, $0.name)
        < ($1.microarchitecture.name, $1.source.trust, $1.name)
    }
  }
}
