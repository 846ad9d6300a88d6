internal import EventCatalog
internal import PerfEvent

/// Events of the thread that opened them, in as few groups as the kernel allows,
/// read by differences.
struct ThreadEvents: ~Copyable {
  /// The thread whose events are counted.
  let thread: ThreadIdentity
  /// The words of one reading of all groups.
  let wordCount: Int

  /// The first group on its own: most programs have but one.
  private let first: OpenGroup?
  private let others: [OpenGroup]
  private let events: [Event]
  private let refusals: [Int: PerfEventError]

  init(
    _ eventGroups: [EventGroup], unsupported: UnsupportedEvents, kernel: any Kernel
  ) throws(CountingError) {
    let opened: TargetOpener.Result =
      try TargetOpener(eventGroups, unsupported, kernel).openTogether()
    try opened.check(unsupported)
    for group in opened.groups { try group.group.enable() }
    thread = ThreadIdentity.current
    first = opened.groups.first
    others = Array(opened.groups.dropFirst())
    refusals = opened.refusals
    events = opened.events
    wordCount = opened.groups.reduce(0) { $0 + $1.group.layout.wordCount }
  }

  /// Reads all groups, one after the other.
  @inline(__always)
  borrowing func read(
    into words: inout MutableSpan<UInt64>, from start: Int = 0
  ) throws(CountingError) {
    try first?.read(into: &words, from: start)
    if others.isEmpty { return }
    var start: Int = start + (first?.group.layout.wordCount ?? 0)
    for other in others {
      try other.read(into: &words, from: start)
      start += other.group.layout.wordCount
    }
  }

  /// The counts of a difference of two readings.
  borrowing func counts(ofDelta words: some Collection<UInt64>) -> Counts {
    var results: [EventCount?] = events.indices.map { place in
      refusals[place].map { EventCount(events[place], notSupported: $0) }
    }
    var rest = words[...]
    for group in (first.map { [$0] } ?? []) + others {
      var reading = Reading(layout: group.group.layout, scope: group.group.scope)
      reading.words = Array(rest.prefix(group.group.layout.wordCount))
      reading.hasPinnedFailed = group.hasPinnedFailed
      rest = rest.dropFirst(group.group.layout.wordCount)
      for (member, count) in group.group.counts(of: reading).enumerated() {
        results[group.places[member]] = count
      }
    }
    return Counts(results.compactMap { $0 })
  }
}
