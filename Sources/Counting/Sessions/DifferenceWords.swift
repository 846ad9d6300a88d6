internal import EventCatalog
internal import PerfEvent

/// Two readings of a thread's events and their difference, without allocation
/// between them.
struct DifferenceWords {
  private var first: [UInt64]
  private var last: [UInt64]

  init(count: Int) {
    first = [UInt64](repeating: 0, count: count)
    last = first
  }

  mutating func start(_ events: borrowing ThreadEvents) throws(CountingError) {
    var words: MutableSpan<UInt64> = first.mutableSpan
    try events.read(into: &words)
  }

  mutating func stop(_ events: borrowing ThreadEvents) throws(CountingError) {
    var words: MutableSpan<UInt64> = last.mutableSpan
    try events.read(into: &words)
  }

  var difference: [UInt64] {
    zip(first, last).map { $1 &- $0 }
  }

  /// Counts nothing several times and returns the median of each event.
  ///
  /// The first rounds also touch the pages and load the code of the way.
  mutating func ownCost(of events: borrowing ThreadEvents) throws(CountingError) -> Counts {
    var rounds: [[UInt64]] = []
    for round in 0..<12 {
      try start(events)
      try stop(events)
      if round >= 3 { rounds.append(difference) }
    }
    let median: [UInt64] = first.indices.map { word in
      rounds.map { $0[word] }.sorted()[rounds.count / 2]
    }
    return events.counts(ofDelta: median)
  }
}
