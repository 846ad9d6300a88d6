internal import PerfEvent

/// The layouts of a file's events, and which event a record belongs to.
///
/// The identifier stands at one place in the samples of all events, and at one
/// distance from the end of all other records; both follow from the first event.
@usableFromInline
final class EventTable: Sendable {
  @usableFromInline let layouts: [SampleLayout]
  /// The offset of the identifier in a sample; 0 when there is none.
  @usableFromInline let sampleIdentifier: Int
  /// The distance of the identifier from the end of other records; 0 when there is none.
  @usableFromInline let trailerIdentifier: Int
  /// The event of records without an identifier: the first one, or -1 without events.
  @usableFromInline let onlyIndex: Int
  @usableFromInline let firstIdentifier: UInt64
  /// The event of each identifier from the first on, or -1.
  @usableFromInline let dense: [Int32]
  private let sparse: [UInt64: Int32]

  init(_ events: [RecordedEvent]) {
    var layouts = events.map { SampleLayout($0.attributes) }
    let counters = events.contains { $0.attributes.branchFields.contains(.counters) }
    for index in layouts.indices { layouts[index].mayHaveBranchCounters = counters }
    self.layouts = layouts
    onlyIndex = layouts.isEmpty ? -1 : 0
    let isSingle = layouts.count < 2
    sampleIdentifier = isSingle ? 0 : Int(layouts[0].identifier)
    trailerIdentifier = isSingle ? 0 : Int(layouts[0].trailerID)
    let identifiers = isSingle ? [:] : EventTable.identifiers(of: events)
    (firstIdentifier, dense) = EventTable.dense(identifiers) ?? (0, [])
    sparse = dense.isEmpty ? identifiers : [:]
  }

  private static func identifiers(of events: [RecordedEvent]) -> [UInt64: Int32] {
    var result: [UInt64: Int32] = [:]
    for (index, event) in events.enumerated() {
      for identifier in event.identifiers where identifier != 0 {
        result[identifier] = Int32(clamping: index)
      }
    }
    return result
  }

  /// Identifiers that lie close together, as those of one recording do, go to
  /// an array; others stay in a dictionary, which no choice of numbers can slow down.
  private static func dense(_ identifiers: [UInt64: Int32]) -> (first: UInt64, [Int32])? {
    guard let least = identifiers.keys.min(), let most = identifiers.keys.max(),
      most - least < UInt64(identifiers.count) * 8 + 4096
    else { return nil }
    var dense = [Int32](repeating: -1, count: Int(most - least) + 1)
    for (identifier, event) in identifiers { dense[Int(identifier - least)] = event }
    return (least, dense)
  }

  /// The layout of an event that this table found, for a caller who keeps the table.
  ///
  /// Records of no event have the first one's trailer; without events there is none.
  @unsafe
  @inlinable
  @inline(__always)
  @_lifetime(immortal)
  func unownedLayout(of index: Int) -> Span<SampleLayout> {
    // An array's elements stay in place as long as it is kept and not changed.
    let elements = unsafe layouts.withUnsafeBufferPointer { unsafe $0 }
    let one = unsafe UnsafeBufferPointer(
      start: elements.baseAddress.map { unsafe $0 + max(index, 0) }, count: elements.isEmpty ? 0 : 1
    )
    return unsafe _overrideLifetime(Span(_unsafeElements: one), copying: ())
  }

  /// Finds the event of a kernel's record; -1 when its identifier is unknown.
  @inlinable
  @inline(__always)
  func eventIndex(_ bytes: RawSpan, kind: UInt32, isSwapped: Bool) -> Int {
    let offset: Int
    if kind == 9 {
      offset = sampleIdentifier
      if offset == 0 { return onlyIndex }
      if offset &+ 8 > bytes.byteCount { return -1 }
    } else {
      if trailerIdentifier == 0 { return onlyIndex }
      offset = bytes.byteCount &- trailerIdentifier
      if offset == 0 { return 0 }
      if offset < 8 { return -1 }
    }
    let stored = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: UInt64.self)
    return event(identifier: isSwapped ? stored.byteSwapped : stored)
  }

  /// Finds the event of an identifier; -1 when there is none.
  @inlinable
  @inline(__always)
  func event(identifier: UInt64) -> Int {
    let index = identifier &- firstIdentifier
    if index < UInt64(dense.count) { return Int(dense[Int(index)]) }
    return rareEvent(identifier: identifier)
  }

  @usableFromInline
  @inline(never)
  func rareEvent(identifier: UInt64) -> Int {
    // Records that the recorder made up have none.
    identifier == 0 ? 0 : Int(sparse[identifier] ?? -1)
  }
}
