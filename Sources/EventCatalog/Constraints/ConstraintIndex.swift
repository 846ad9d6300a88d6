internal import PerfEvent

/// The limits of counters for all events of a design of cores and of its packages.
///
/// What several sources say of one code is joined: the counters are those of the first
/// source that names any, the errata are those of all.
public struct ConstraintIndex: Sendable {
  /// The design of the cores.
  public let microarchitecture: Microarchitecture
  private var constraints: [EncodingKey: CounterConstraints] = [:]

  /// Creates an index.
  ///
  /// - Parameters:
  ///   - microarchitecture: The design of the cores.
  ///   - tables: The tables about it, those to be preferred first.
  /// - Complexity: O(*n*) for *n* events in all tables.
  public init(microarchitecture: Microarchitecture, tables: [EventTable]) {
    self.microarchitecture = microarchitecture
    for table in tables {
      for event in table.events {
        guard let words = event.words else { continue }
        let key = EncodingKey(unit: event.unit, words: words)
        constraints[key, default: CounterConstraints()].join(event.constraints)
        let base: EncodingKey = key.base(layout: microarchitecture.layout)
        // What only differs in thresholds and edges is counted by the same counters.
        if base != key { constraints[base, default: CounterConstraints()].join(event.constraints) }
      }
    }
  }

  /// Returns the limits of an event.
  ///
  /// - Parameter event: The event, as a catalog resolved it.
  /// - Returns: The limits, nil where no source has the code.
  public func constraints(of event: Event) -> CounterConstraints? {
    let attributes: EventAttributes = event.attributes
    switch attributes.type {
    case .hardware, .hardwareCache:
      guard let words = GenericEncodings.words(of: attributes, on: microarchitecture) else {
        return nil
      }
      return constraints(of: words)
    default:
      let words = EventWords(attributes)
      let unit: PMUUnit = event.pmu.map { PMUUnit(withoutNumber: $0[...]) } ?? .core
      return constraints(of: words, unit: unit)
    }
  }

  /// Returns the limits of a code.
  ///
  /// - Parameters:
  ///   - words: The code.
  ///   - unit: The kind of PMU.
  /// - Returns: The limits, nil where no source has the code. Those of a code with a
  ///   threshold that no source has are those of the event without it.
  public func constraints(of words: EventWords, unit: PMUUnit = .core) -> CounterConstraints? {
    let key = EncodingKey(unit: unit, words: words)
    return constraints[key] ?? constraints[key.base(layout: microarchitecture.layout)]
  }
}

extension CounterConstraints {
  /// Adds what another source says of the same code.
  fileprivate mutating func join(_ other: CounterConstraints) {
    // Counters belong together: those of two sources must not be mixed.
    if programmable == nil, other.programmable != nil {
      programmable = other.programmable
      programmableWithoutSMT = other.programmableWithoutSMT
      precise = other.precise
      withoutSkid = other.withoutSkid
      remark = other.remark
    }
    if fixed?.isEmpty ?? true { fixed = other.fixed ?? fixed }
    if classes.isEmpty { classes = other.classes }
    if extraRegister == nil {
      extraRegister = other.extraRegister
      alternatives = other.alternatives
    }
    isTakenAlone = isTakenAlone || other.isTakenAlone
    if filters.isEmpty {
      filter = other.filter
      filters = other.filters
    }
    for erratum in other.errata where !errata.contains(erratum) { errata.append(erratum) }
  }
}
