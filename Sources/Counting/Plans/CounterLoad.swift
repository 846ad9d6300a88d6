internal import EventCatalog

/// The spreading of events over counters that loads no counter more than it must.
///
/// It is a flow from events to counters; those with the same counters go together, so
/// that its size depends on the counters and not on the events.
struct CounterLoad {
  /// The events of each counter.
  private(set) var events: [Int: [Int]] = [:]
  /// The smallest possible load of the fullest counter.
  let most: Int
  /// Counters that prove it, and the number of events that can be on these only.
  let proof: (counters: CounterSet, events: Int)

  /// Spreads events.
  ///
  /// - Parameter demands: The counters of each event, none of them empty.
  init(_ demands: [(event: Int, counters: CounterSet)]) {
    var members: [CounterSet: [Int]] = [:]
    for demand in demands { members[demand.counters, default: []].append(demand.event) }
    let kinds: [CounterSet] = members.keys.sorted { $0.rawValue < $1.rawValue }
    let counts: [Int] = kinds.map { members[$0]?.count ?? 0 }
    var low: Int = 0
    var high: Int = demands.count
    var best = CounterFlow(kinds, counts, load: high)
    var proof: (counters: CounterSet, events: Int) = ([], 0)
    while low < high {
      let middle: Int = (low + high) / 2
      let flow = CounterFlow(kinds, counts, load: middle)
      if flow.isWhole {
        high = middle
        best = flow
      } else {
        low = middle + 1
        proof = flow.shortage
      }
    }
    most = high
    self.proof = proof
    for (kind, counters) in zip(kinds, best.shares) {
      var rest: ArraySlice<Int> = (members[kind] ?? [])[...]
      for (counter, count) in counters where count > 0 {
        events[counter, default: []] += rest.prefix(count)
        rest = rest.dropFirst(count)
      }
    }
  }
}

/// A flow of kinds of events to counters that each take a number of events at most.
struct CounterFlow {
  private let kinds: [CounterSet]
  /// How many events of each kind go to each counter.
  private(set) var shares: [[Int: Int]]
  private var left: [Int]
  private var room: [Int: Int] = [:]

  init(_ kinds: [CounterSet], _ counts: [Int], load: Int) {
    self.kinds = kinds
    shares = kinds.map { _ in [:] }
    left = counts
    for kind in kinds {
      for counter in kind.counters { room[counter] = load }
    }
    for kind in kinds.indices {
      while left[kind] > 0, augment(from: kind) {}
    }
  }

  /// Whether all events have found a counter.
  var isWhole: Bool { left.allSatisfy { $0 == 0 } }

  /// Counters that are too few, and the number of events that can be on these only.
  var shortage: (counters: CounterSet, events: Int) {
    let reached: CounterSet = reach(left.indices.filter { left[$0] > 0 }).counters
    var events: Int = 0
    for (kind, counters) in kinds.enumerated() where counters.isSubset(of: reached) {
      events += left[kind] + shares[kind].values.reduce(0, +)
    }
    return (reached, events)
  }

  /// The counters that kinds can go to directly or by moving others, and for each how.
  private func reach(
    _ starts: [Int]
  ) -> (counters: CounterSet, kindOf: [Int: Int], counterOf: [Int: Int]) {
    var counters: CounterSet = []
    var kindOf: [Int: Int] = [:]
    var counterOf: [Int: Int] = [:]
    var seen: Set<Int> = Set(starts)
    var queue: [Int] = starts
    while let kind = queue.popLast() {
      for counter in kinds[kind].subtracting(counters).counters {
        counters.insert(CounterSet(counter: counter))
        kindOf[counter] = kind
        for other in kinds.indices where (shares[other][counter] ?? 0) > 0 {
          if seen.insert(other).inserted {
            counterOf[other] = counter
            queue.append(other)
          }
        }
      }
    }
    return (counters, kindOf, counterOf)
  }

  /// Sends as many events of a kind as one path takes.
  private mutating func augment(from kind: Int) -> Bool {
    let (counters, kindOf, counterOf) = reach([kind])
    guard let end = counters.counters.first(where: { (room[$0] ?? 0) > 0 }) else { return false }
    // The path, from its end: counter, kind that goes there, counter that it leaves, …
    var path: [(kind: Int, to: Int, from: Int?)] = []
    var counter: Int = end
    var amount: Int = min(left[kind], room[end] ?? 0)
    while let mover = kindOf[counter] {
      let origin: Int? = mover == kind ? nil : counterOf[mover]
      path.append((mover, counter, origin))
      guard let origin else { break }
      amount = min(amount, shares[mover][origin] ?? 0)
      counter = origin
    }
    guard amount > 0 else { return false }
    for step in path {
      shares[step.kind][step.to, default: 0] += amount
      if let origin = step.from { shares[step.kind][origin, default: 0] -= amount }
    }
    room[end, default: 0] -= amount
    left[kind] -= amount
    return true
  }
}
