internal import PerfEvent

/// The layouts of a file's events, and which event a record belongs to.
///
/// The identifier stands at one place in the samples of all events, and at one
/// distance from the end of all other records; both follow from the first event.
@frozen
@usableFromInline
struct EventTable: Sendable {
  @usableFromInline var layouts: [SampleLayout]
  /// The offset of the identifier in a sample; 0 when there is none.
  @usableFromInline var sampleIdentifier: Int = 0
  /// The distance of the identifier from the end of other records; 0 when there is none.
  @usableFromInline var trailerIdentifier: Int = 0
  @usableFromInline var firstIdentifier: UInt64 = 0
  /// The event of each identifier from the first on, or -1.
  @usableFromInline var dense: [Int32] = []
  @usableFromInline var sparse: [UInt64: Int32] = [:]

  init(_ events: [RecordedEvent]) {
    layouts = events.map { SampleLayout($0.attributes) }
    let counters = events.contains { $0.attributes.branchFields.contains(.counters) }
    for index in layouts.indices { layouts[index].mayHaveBranchCounters = counters }
    guard let first = layouts.first, layouts.count > 1 else { return }
    sampleIdentifier = Int(first.identifier)
    trailerIdentifier = Int(first.trailerID)
    placeIdentifiers(of: events)
  }

  /// Identifiers that lie close together, as those of one recording do, go to
  /// an array; others to a dictionary, which no choice of numbers can slow down.
  private mutating func placeIdentifiers(of events: [RecordedEvent]) {
    var count = 0
    var least = UInt64.max
    var most: UInt64 = 0
    for event in events {
      for identifier in event.identifiers where identifier != 0 {
        count += 1
        least = min(least, identifier)
        most = max(most, identifier)
      }
    }
    guard count > 0 else { return }
    let isDense = most - least < UInt64(count) * 8 + 4096
    if isDense {
      firstIdentifier = least
      dense = [Int32](repeating: -1, count: Int(most - least) + 1)
    }
    for (index, event) in events.enumerated() {
      for identifier in event.identifiers where identifier != 0 {
        if isDense {
          dense[Int(identifier - least)] = Int32(clamping: index)
        } else {
          sparse[identifier] = Int32(clamping: index)
        }
      }
    }
  }

  /// Finds the event of a kernel's record; -1 when its identifier is unknown.
  @inlinable
  func eventIndex(_ bytes: RawSpan, kind: UInt32, isSwapped: Bool) -> Int {
    if layouts.count < 2 { return layouts.count &- 1 }
    let offset: Int
    if kind == 9 {
      offset = sampleIdentifier
    } else {
      offset = trailerIdentifier == 0 ? 0 : bytes.byteCount &- trailerIdentifier
    }
    if offset == 0 { return 0 }
    guard offset >= 8 && offset &+ 8 <= bytes.byteCount else { return -1 }
    let stored = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: UInt64.self)
    return event(identifier: isSwapped ? stored.byteSwapped : stored)
  }

  /// Finds the event of an identifier; -1 when there is none.
  @inlinable
  func event(identifier: UInt64) -> Int {
    if identifier == 0 { return 0 }
    let index = identifier &- firstIdentifier
    if index < UInt64(dense.count) { return Int(dense[Int(index)]) }
    if sparse.isEmpty { return -1 }
    return Int(sparse[identifier] ?? -1)
  }
}
