/// The names that all tools have for the events of a microarchitecture.
///
/// Names are joined by the codes that the sources give them, never by their words: equal
/// names can have different codes, and on AMD the tools share codes but hardly any
/// names. What is equal on one microarchitecture need not be on the next, so a resolver
/// is for one of them.
public struct AliasResolver: Sendable {
  /// The microarchitecture.
  public let microarchitecture: Microarchitecture
  let index: AliasIndex
  /// The concepts by their codes.
  private(set) var concepts: [EncodingKey: [Concept]] = [:]
  /// The codes of the concepts by their names.
  private(set) var codes: [String: EncodingKey] = [:]

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - microarchitecture: The microarchitecture.
  ///   - tables: The tables about it from all sources at hand. Events of other kinds of
  ///     cores in them are left out.
  /// - Complexity: O(*n*) for *n* events in all tables.
  public init(microarchitecture: Microarchitecture, tables: [EventTable]) {
    self.microarchitecture = microarchitecture
    self.index = AliasIndex(tables, microarchitecture: microarchitecture)
    for concept in Concept.all {
      guard let key = key(of: concept) else { continue }
      codes[concept.name] = key
      concepts[key, default: []].append(concept)
    }
  }

  /// Returns the names of every concept that anything is known of.
  ///
  /// - Returns: The names, in the order of the concepts.
  public func aliasesOfAllConcepts() -> [EventAliases] {
    Concept.all.map(aliases(of:)).filter { !$0.isEmpty }
  }

  /// The code of a concept on the microarchitecture: the first that a seed leads to.
  private func key(of concept: Concept) -> EncodingKey? {
    for seed in concept.seeds(on: microarchitecture) {
      switch seed {
      case .code(let words): return EncodingKey(unit: concept.unit, words: words)
      case .generic(let name):
        if let words = GenericEncodings.of(microarchitecture)?.words[name] {
          return EncodingKey(unit: .core, words: words)
        }
      case .name(let name):
        if let key = surestKey(of: name) { return key }
      }
    }
    return nil
  }

  /// The code that the most trusted source gives to a name.
  private func surestKey(of name: String) -> EncodingKey? {
    let found: [AliasIndex.Entry] = index.entries(named: name)
      .filter { $0.key?.unit == .core }
    return found.min { $0.source.trust < $1.source.trust }?.key
  }
}

extension EventSourceKind {
  /// The order in which sources are believed where they contradict each other.
  var trust: Int {
    switch self {
    case .kernelEvents: 0
    case .perfmon: 1
    case .sysfs: 2
    case .generic: 3
    case .libpfm4: 4
    case .oprofile: 5
    case .likwid: 6
    case .papi: 7
    case .armData: 8
    case .tracefs: 9
    }
  }

  /// The order in which names of sources are listed.
  var listing: Int {
    switch self {
    case .generic: 0
    case .sysfs: 1
    case .kernelEvents: 2
    case .perfmon: 3
    case .libpfm4: 4
    case .papi: 5
    case .oprofile: 6
    case .likwid: 7
    case .armData: 8
    case .tracefs: 9
    }
  }
}

extension Concept {
  /// The PMU that counts what the concept is about.
  var unit: PMUUnit {
    switch category {
    case .software: .software
    case .energy: .power
    default: .core
    }
  }
}

extension AliasResolver {
  /// The kinds of sources that the tables are from, the kernel's own names among them.
  public var sources: Set<EventSourceKind> {
    var sources: Set<EventSourceKind> = [.generic]
    for table in index.tables {
      if let event = table.events.first { sources.insert(event.provenance.source) }
      if let metric = table.metrics.first { sources.insert(metric.provenance.source) }
    }
    return sources
  }
}
