internal import EventCatalog

/// The fewest runs of a program in which all events of a PMU are counted without
/// multiplexing.
///
/// The number is the smallest there is where it equals the ``bound``, which no schedule can
/// undercut. It does for all events that differ in what they put into shared registers;
/// that events with equal values could share one is not made use of.
public struct RunSchedule: Hashable, Sendable {
  /// The events of each run by their places in the list that was given.
  public let runs: [[Int]]
  /// The counter that can hold each event in its run; nil for events that no counter holds.
  public let counters: [Int?]
  /// The events that no counter can hold.
  public let impossible: [Int]
  /// The proof that fewer runs do not suffice.
  public let bound: RunBound

  /// Whether no schedule has fewer runs.
  public var isProvenMinimum: Bool { runs.count == bound.runs }

  /// Finds the runs.
  ///
  /// - Parameter demands: What each event needs.
  /// - Complexity: O(*n* · *r*) for *n* events in *r* runs.
  public init(_ demands: [CounterDemand]) {
    var alone: [Int] = []
    var together: [(event: Int, counters: CounterSet)] = []
    var impossible: [Int] = []
    for (event, demand) in demands.enumerated() {
      if demand.counters.isEmpty || demand.register?.addresses.isEmpty == true {
        impossible.append(event)
      } else if demand.isTakenAlone {
        alone.append(event)
      } else {
        together.append((event, demand.counters))
      }
    }
    let load = CounterLoad(together)
    let registers = RegisterLoad(together.map(\.event), demands)
    let runCount: Int = max(load.most, registers.most)
    let edges: [RunColouring.Edge] = load.events.sorted { $0.key < $1.key }.flatMap {
      counter, events in
      events.map {
        RunColouring.Edge(event: $0, counter: counter, register: registers.place[$0] ?? -1)
      }
    }
    let colouring = RunColouring(edges, runCount: runCount)
    var runs: [[Int]] = Array(repeating: [], count: runCount)
    var counters: [Int?] = Array(repeating: nil, count: demands.count)
    for edge in edges {
      guard let run = colouring.runs[edge.event] else { continue }
      runs[run].append(edge.event)
      counters[edge.event] = edge.counter
    }
    for event in alone {
      runs.append([event])
      counters[event] = demands[event].counters.counters.first
    }
    self.runs = runs.map { $0.sorted() }
    self.counters = counters
    self.impossible = impossible
    bound = RunBound(load, registers, alone: alone.count)
  }
}
