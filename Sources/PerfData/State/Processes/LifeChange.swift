/// A change of what a process or a thread is, such as a new name.
protocol LifeChange: Sendable {
  associatedtype State: Sendable
  /// What a process is of which nothing was told yet.
  static var initialState: State { get }
  /// Returns what a process is after the change.
  func applied(to state: State) -> State
}

/// A process or thread from its begin to its end, with everything that changed.
struct Life<Change: LifeChange>: Sendable {
  struct Entry: Sendable {
    var time: UInt64
    let change: Change
    /// The state after the change.
    var state: Change.State
  }

  let key: TaskKey
  /// The process of a thread, once it was told.
  var process: Int32?
  /// The time of the fork, or else the first time at which it was told of.
  var start: UInt64
  var exit: UInt64?
  /// Whether a fork began it; else it was there when something was told of it.
  var isForked: Bool = false
  /// The one that forked it, or -1.
  var parent: Int = -1
  /// Whether it took over the state of its parent.
  var inherits: Bool = false
  /// The state before the first change.
  var inherited: Change.State = Change.initialState
  /// The changes by time.
  var entries: [Entry] = []
  /// Those that it forked, roughly by time.
  var children: [Int] = []

  init(key: TaskKey, start: UInt64) {
    self.key = key
    self.start = start
  }

  /// The position of the first change behind a time.
  ///
  /// - Complexity: O(1) for times behind all changes, else O(log n).
  func end(through time: UInt64) -> Int {
    if entries.last.map({ $0.time <= time }) ?? true { return entries.count }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func state(at time: UInt64) -> Change.State {
    let end = end(through: time)
    return end == 0 ? inherited : entries[end - 1].state
  }

  /// Computes the states from a position on anew.
  mutating func replay(from start: Int) {
    var state = start == 0 ? inherited : entries[start - 1].state
    for index in start..<entries.count {
      state = entries[index].change.applied(to: state)
      entries[index].state = state
    }
  }
}
