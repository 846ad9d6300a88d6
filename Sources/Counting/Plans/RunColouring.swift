/// The distribution of events over runs in which no counter and no register is used twice.
///
/// Counters are one side of a graph, registers and events without register the other;
/// each event is an edge, and each run a colour. As many colours as the fullest node has
/// edges suffice (D. Kőnig, 1916, doi:10.1007/BF01456961).
struct RunColouring {
  /// The run of each event.
  private(set) var runs: [Int: Int] = [:]

  private let runCount: Int
  /// The event of each run, by counter and by register; -1 for none.
  private var ofCounter: [Int: [Int]] = [:]
  private var ofRegister: [Int: [Int]] = [:]
  private var edges: [Int: Edge] = [:]

  /// An event with its counter and its register, -1 for none.
  struct Edge {
    let event: Int
    let counter: Int
    let register: Int
  }

  /// Distributes events.
  ///
  /// - Parameters:
  ///   - all: The events; no counter and no register has more of them than there are runs.
  ///   - runCount: The number of runs.
  init(_ all: [Edge], runCount: Int) {
    self.runCount = runCount
    for edge in all {
      edges[edge.event] = edge
      add(edge)
    }
  }

  private mutating func add(_ edge: Edge) {
    guard let atCounter = free(ofCounter[edge.counter]) else { return }
    guard edge.register >= 0 else { return set(edge, atCounter) }
    guard let atRegister = free(ofRegister[edge.register]) else { return }
    let holder: Int = ofRegister[edge.register]?[atCounter] ?? -1
    if holder >= 0 { swap(from: holder, atCounter, atRegister) }
    set(edge, atCounter)
  }

  /// Exchanges two runs along the path of events that begins with one at a register.
  ///
  /// The path alternates between the runs, and cannot come back to the counter from which
  /// it is wanted, as that one has no event in the first run.
  private mutating func swap(from start: Int, _ first: Int, _ second: Int) {
    var path: [Edge] = []
    var event: Int = start
    var isAtCounter: Bool = true
    while event >= 0, let edge = edges[event] {
      path.append(edge)
      let other: Int = path.count % 2 == 1 ? second : first
      event =
        isAtCounter
        ? ofCounter[edge.counter]?[other] ?? -1
        : edge.register < 0 ? -1 : ofRegister[edge.register]?[other] ?? -1
      isAtCounter.toggle()
    }
    for edge in path { clear(edge) }
    for (place, edge) in path.enumerated() { set(edge, place % 2 == 0 ? second : first) }
  }

  private mutating func set(_ edge: Edge, _ run: Int) {
    runs[edge.event] = run
    ofCounter[edge.counter, default: Array(repeating: -1, count: runCount)][run] = edge.event
    if edge.register >= 0 {
      ofRegister[edge.register, default: Array(repeating: -1, count: runCount)][run] = edge.event
    }
  }

  private mutating func clear(_ edge: Edge) {
    guard let run = runs.removeValue(forKey: edge.event) else { return }
    ofCounter[edge.counter]?[run] = -1
    if edge.register >= 0 { ofRegister[edge.register]?[run] = -1 }
  }

  private func free(_ runs: [Int]?) -> Int? {
    guard let runs else { return runCount > 0 ? 0 : nil }
    return runs.firstIndex(of: -1)
  }
}
