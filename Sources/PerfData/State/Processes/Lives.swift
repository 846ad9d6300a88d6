/// The lives of processes or threads by number, with the states that they went through.
///
/// Numbers come back after their process has ended, and what the kernel wrote on
/// one CPU reaches the file before what it wrote earlier on another. A change that
/// comes late is put where it belongs, and everything that follows from it is
/// computed anew, in children too. That work is paid from credit which every
/// change brings, so that no order of records makes it more than a constant
/// times their number; without credit a change takes effect at the latest time.
struct Lives<Change: LifeChange>: Sendable {
  let history: StateHistory
  private(set) var lives: [Life<Change>] = []
  private var byKey: [TaskKey: [Int]] = [:]
  private var credit: Int = 1 << 14
  /// Changes that came too late to be put where they belong.
  private(set) var lateChanges: Int = 0

  init(history: StateHistory) {
    self.history = history
  }

  /// Finds the life of a number at a time.
  ///
  /// What is told behind the end of a life still belongs to it, until the number
  /// begins another one. A life of which no fork is known may be older than the
  /// first record that tells of it.
  ///
  /// - Complexity: O(1) for the latest life, O(log n) for n lives of the number.
  func index(_ key: TaskKey, at time: UInt64) -> Int? {
    guard let numbers = byKey[key], let last = numbers.last else { return nil }
    if lives[last].start <= time { return last }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if lives[numbers[middle]].start <= time { low = middle + 1 } else { high = middle }
    }
    if low > 0 { return numbers[low - 1] }
    return history == .latest || !lives[numbers[0]].isForked ? numbers[0] : nil
  }

  /// The lives of a number, in order of their begin.
  func all(_ key: TaskKey) -> [Int] { byKey[key] ?? [] }

  /// Finds the life of a number at a time, or begins one of which no fork is known.
  mutating func demand(_ key: TaskKey, at time: UInt64) -> Int {
    if let present = index(key, at: time) {
      if !lives[present].isForked { lives[present].start = min(lives[present].start, time) }
      return present
    }
    return begin(key, at: time)
  }

  /// Notes a change.
  mutating func record(_ key: TaskKey, at time: UInt64, _ change: Change) {
    let index = demand(key, at: time)
    earn()
    var place = lives[index].end(through: time)
    var time = time
    let count = lives[index].entries.count
    if place < count, !spend(count - place) {
      place = count
      time = lives[index].entries[count - 1].time
    }
    let state = lives[index].inherited
    lives[index].entries.insert(
      Life<Change>.Entry(time: time, change: change, state: state), at: place)
    lives[index].replay(from: place)
    hand(down: index, from: time)
    trim(index)
  }

  /// Notes to which process a thread belongs.
  mutating func note(process: Int32, of key: TaskKey, at time: UInt64) {
    if let index = index(key, at: time) { lives[index].process = process }
  }

  /// Notes the end of a life.
  mutating func exit(_ key: TaskKey, at time: UInt64) {
    lives[demand(key, at: time)].exit = time
  }

  /// Notes that one number forked another, which begins a life.
  ///
  /// - Returns: The new life.
  @discardableResult
  mutating func fork(
    _ key: TaskKey, from parentKey: TaskKey, at time: UInt64, inherits: Bool
  ) -> Int {
    earn()
    let parent = demand(parentKey, at: time)
    if let present = index(key, at: time), lives[present].isForked,
      lives[present].start == time, lives[present].parent == parent
    {
      return present
    }
    let child = beginForked(key, at: time)
    lives[child].parent = parent
    lives[child].inherits = inherits && parent != child
    if lives[child].inherits {
      lives[child].inherited = lives[parent].state(at: time)
      add(child, to: parent)
    }
    lives[child].replay(from: 0)
    hand(down: child, from: time)
    return child
  }
}

extension Lives {
  private mutating func earn() { credit = min(credit + 16, 1 << 20) }

  private mutating func spend(_ cost: Int) -> Bool {
    guard cost <= credit else {
      lateChanges += 1
      return false
    }
    credit -= cost
    return true
  }

  /// Begins a life that no fork is known of.
  private mutating func begin(_ key: TaskKey, at time: UInt64) -> Int {
    let index: Int
    if history == .latest, let old = byKey[key]?.last {
      // The number of lives is then that of different numbers.
      lives[old] = Life(key: key, start: time)
      return old
    }
    index = lives.count
    lives.append(Life(key: key, start: time))
    let count = byKey[key]?.count ?? 0
    var place = count
    // The array is looked up anew each time, since a second reference to it would
    // make the insertion copy it.
    while place > 0, let before = byKey[key]?[place - 1], lives[before].start > time {
      guard spend(1) else {
        place = count
        lives[index].start = byKey[key]?.last.map { lives[$0].start } ?? time
        break
      }
      place -= 1
    }
    byKey[key, default: []].insert(index, at: place)
    return index
  }

  /// Begins a life at a fork, with the changes of it that came before the fork.
  private mutating func beginForked(_ key: TaskKey, at time: UInt64) -> Int {
    guard let present = index(key, at: time) else {
      let index = begin(key, at: time)
      lives[index].isForked = true
      return index
    }
    if lives[present].isForked && lives[present].start == time { return present }
    let place = time == 0 ? 0 : lives[present].end(through: time - 1)
    if place == 0 && !lives[present].isForked && lives[present].start >= time {
      lives[present].start = time
      lives[present].isForked = true
      return present
    }
    var moved: [Life<Change>.Entry] = []
    let count = lives[present].entries.count - place
    if count > 0, spend(count) {
      moved = Array(lives[present].entries[place...])
      lives[present].entries.removeSubrange(place...)
    }
    var exit: UInt64?
    if let end = lives[present].exit, end >= time, time > 0 {
      exit = end
      lives[present].exit = nil
    }
    let index = begin(key, at: time)
    lives[index].isForked = true
    lives[index].exit = exit
    lives[index].entries = moved
    moveChildren(of: present, to: index, from: time)
    return index
  }

  /// Gives those that were forked at or behind a time to the life that forked them.
  private mutating func moveChildren(of old: Int, to new: Int, from time: UInt64) {
    guard old != new else { return }
    var moved: [Int] = []
    while let child = lives[old].children.last, lives[child].start >= time, child != new, spend(1) {
      lives[old].children.removeLast()
      lives[child].parent = new
      moved.append(child)
    }
    if !moved.isEmpty { lives[new].children = moved.reversed() + lives[new].children }
  }

  /// Puts a life among the children of another, by time.
  private mutating func add(_ child: Int, to parent: Int) {
    if history == .latest { return }
    let count = lives[parent].children.count
    var place = count
    let start = lives[child].start
    while place > 0, lives[lives[parent].children[place - 1]].start > start {
      guard spend(1) else {
        place = count
        break
      }
      place -= 1
    }
    lives[parent].children.insert(child, at: place)
  }

  /// Gives what a life was to those that it forked at or behind a time.
  private mutating func hand(down index: Int, from time: UInt64) {
    var changed: [(life: Int, time: UInt64)] = [(index, time)]
    while let (parent, time) = changed.popLast() {
      for child in lives[parent].children.reversed() {
        let start = lives[child].start
        if start < time { break }
        guard spend(lives[child].entries.count + 1) else { return }
        guard lives[child].parent == parent, lives[child].inherits else { continue }
        lives[child].inherited = lives[parent].state(at: start)
        lives[child].replay(from: 0)
        changed.append((child, start))
      }
    }
  }

  /// Forgets what was long ago if nobody asks for it.
  ///
  /// Some changes are kept, among which one that comes late finds its place.
  private mutating func trim(_ index: Int) {
    guard history == .latest, lives[index].entries.count > 64 else { return }
    let removed = lives[index].entries.count - 32
    lives[index].inherited = lives[index].entries[removed - 1].state
    lives[index].entries.removeFirst(removed)
  }
}
