/// The names of raw codes.
///
/// Names of exactly the code come first, current ones before deprecated ones and general
/// ones before those of fixed counters; where there is none, names of the same event
/// and unit mask with the terms that are left over. Every code can be given as terms.
public struct ReverseLookup: Sendable {
  let index: AliasIndex
  let layout: CoreLayout
  /// The PMU of the cores.
  let unit: PMUUnit

  /// Creates a lookup.
  ///
  /// - Parameters:
  ///   - microarchitecture: The microarchitecture.
  ///   - tables: The tables about it.
  /// - Complexity: O(*n*) for *n* events in all tables.
  public init(microarchitecture: Microarchitecture, tables: [EventTable]) {
    self.index = AliasIndex(tables, microarchitecture: microarchitecture)
    self.layout = microarchitecture.layout
    self.unit = microarchitecture.unit
  }

  /// Creates a lookup over the names that a resolver already has.
  ///
  /// - Parameter resolver: The resolver.
  public init(_ resolver: AliasResolver) {
    self.index = resolver.index
    self.layout = resolver.microarchitecture.layout
    self.unit = resolver.microarchitecture.unit
  }

  /// Returns the names of a code, the best first.
  ///
  /// - Parameter code: The code; without a PMU, the cores are asked first.
  /// - Returns: The names; none if no source at hand has the event, or if the PMU is that of
  ///   other cores.
  public func names(of code: RawCode) -> [ReverseMatch] {
    for unit in units(of: code) {
      let key = EncodingKey(unit: unit, words: code.words)
      let exact: [ReverseMatch] = matches(index.entries(with: key), leftover: { _ in "" })
      if !exact.isEmpty { return exact }
    }
    for unit in units(of: code) {
      let found: [ReverseMatch] = modified(EncodingKey(unit: unit, words: code.words))
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Returns a code as terms, such as `event=0xa8,umask=0x1`.
  ///
  /// - Parameter code: The code.
  /// - Returns: The terms, by the layout that the PMU has on current kernels.
  public func terms(of code: RawCode) -> String {
    CodeLayout(layout, unit: code.unit ?? .core).terms(of: code.words)
  }

  /// The PMUs that may be meant.
  private func units(of code: RawCode) -> [PMUUnit] {
    if let asked = code.unit { return isOtherCore(asked) ? [] : [asked] }
    return [.core] + index.units.filter { $0 != .core }
  }

  /// Whether a PMU counts for the other kind of cores of a hybrid machine.
  private func isOtherCore(_ asked: PMUUnit) -> Bool {
    let isOfAnyCore: Bool = asked == .core || asked.name == "cpu"
    return asked.isCore && !isOfAnyCore && unit != .core && asked != unit
  }

  /// Names of the event and unit mask with fewer modifiers than asked for.
  private func modified(_ key: EncodingKey) -> [ReverseMatch] {
    let mask: UInt64 = EventModifiers.mask(layout: layout, unit: key.unit)
    let found: [AliasIndex.Entry] = index.entries(withBaseOf: key)
    let partial: [AliasIndex.Entry] = found.filter { entry in
      guard let words = entry.key?.words, words.config1 == key.words.config1
      else { return false }
      let own: UInt64 = words.config
      let ownCounterMask: UInt64 = own & mask & 0xff << 24
      return own & mask & ~key.words.config == 0
        && (ownCounterMask == 0 || ownCounterMask == key.words.config & mask & 0xff << 24)
    }
    return matches(partial) { own in
      EventModifiers(
        of: key.words.config & mask & ~own.words.config, layout: layout, unit: key.unit
      ).terms
    }
  }

  private func matches(
    _ entries: [AliasIndex.Entry], leftover: (EncodingKey) -> String
  ) -> [ReverseMatch] {
    var seen: Set<ReverseMatch> = []
    let found: [(rank: Rank, match: ReverseMatch)] = entries.enumerated().compactMap {
      offset, entry in
      guard let key = entry.key else { return nil }
      let match = ReverseMatch(
        name: entry.name, source: entry.source, unit: key.unit, leftover: leftover(key),
        marks: entry.marks, provenance: index.provenance(of: entry))
      guard seen.insert(match).inserted else { return nil }
      return (Rank(match, offset: offset), match)
    }
    return found.sorted { $0.rank < $1.rank }.map(\.match)
  }

  /// What makes one name better than another.
  private struct Rank: Comparable {
    var keys: [Int]

    init(_ match: ReverseMatch, offset: Int) {
      keys = [
        match.leftover.utf8.filter { $0 == UInt8(ascii: ",") }.count,
        match.marks.contains(.deprecated) ? 1 : 0,
        match.marks.contains(.experimental) ? 1 : 0,
        match.marks.contains(.fixedCounter) ? 1 : 0,
        match.source.trust,
        match.marks.contains(.otherName) ? 1 : 0,
        offset,
      ]
    }

    static func < (left: Rank, right: Rank) -> Bool {
      left.keys.lexicographicallyPrecedes(right.keys)
    }
  }
}
