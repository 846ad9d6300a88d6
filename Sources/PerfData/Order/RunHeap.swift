/// Stretches of records, the one whose first record comes next in front.
struct RunHeap {
  private var runs: [RecordRun] = []
  /// The time and the place of the first one; the largest there are without one.
  private(set) var leastTime: UInt64 = .max
  private(set) var leastStart: Int = .max

  var count: Int { runs.count }

  private mutating func noteFirst() {
    leastTime = runs.first?.time ?? .max
    leastStart = runs.first?.start ?? .max
  }

  mutating func push(_ run: RecordRun) {
    runs.append(run)
    rise(runs.count - 1)
    noteFirst()
  }

  /// Moves a run to where it belongs among those in front of it.
  private mutating func rise(_ index: Int) {
    let run = runs[index]
    var child = index
    while child > 0 {
      let parent = (child - 1) / 2
      guard run.precedes(runs[parent]) else { break }
      runs[child] = runs[parent]
      child = parent
    }
    runs[child] = run
  }

  mutating func popFirst() -> RecordRun? {
    guard let first = runs.first, let last = runs.popLast() else { return nil }
    if !runs.isEmpty { sink(last) }
    noteFirst()
    return first
  }

  /// Takes the first one out and puts another one in.
  mutating func replaceFirst(by run: RecordRun) -> RecordRun {
    guard let first = runs.first else { return run }
    sink(run)
    noteFirst()
    return first
  }

  /// Puts a run in the place of the first and moves it to where it belongs.
  private mutating func sink(_ run: RecordRun) {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= runs.count { break }
      if child + 1 < runs.count && runs[child + 1].precedes(runs[child]) { child += 1 }
      guard runs[child].precedes(run) else { break }
      runs[parent] = runs[child]
      parent = child
    }
    runs[parent] = run
  }

  /// The time that half of the runs begin at or before; nothing without runs.
  var medianTime: UInt64? {
    guard !runs.isEmpty else { return nil }
    let times = runs.map(\.time).sorted()
    return times[(times.count - 1) / 2]
  }

  /// Drops the runs that begin behind a time.
  mutating func removeAll(behind time: UInt64, _ release: (RecordRun) -> Void) {
    runs.removeAll { run in
      if run.time > time { release(run) }
      return run.time > time
    }
    for index in runs.indices { rise(index) }
    noteFirst()
  }
}
