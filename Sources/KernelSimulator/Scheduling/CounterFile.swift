/// The counters of a PMU on one CPU.
struct CounterFile {
  /// The counters that events may take, a bit each.
  private let available: UInt64
  /// The number of programmable counters, behind which the fixed ones come.
  private let programmable: Int
  private let assignment: CounterAssignment
  private var used: UInt64 = 0
  /// The event on each counter, and the counters that could hold it.
  private var owners: [Owner]
  private var registers: [Register] = []
  /// The events that the last event made move to other counters.
  private(set) var moves: [Move] = []

  private struct Owner {
    var event: Int
    var counters: UInt64
  }

  private struct Register {
    let number: Int
    let value: UInt64
    var users: Int
  }

  /// An event and its new counter.
  struct Move {
    let event: Int
    let counter: Int
  }

  init(_ pmu: SimulatedPMU) {
    available = pmu.availableCounters
    programmable = pmu.programmableCount
    assignment = pmu.assignment
    owners = [Owner](repeating: Owner(event: -1, counters: 0), count: 64)
  }

  /// Takes a counter for an event; others may have to move, see ``moves``.
  ///
  /// - Parameters:
  ///   - event: The number of the event.
  ///   - requirement: What it needs.
  /// - Returns: The counter, or nil if the event cannot be held.
  @inline(__always)
  mutating func take(for event: Int, _ requirement: CounterRequirement) -> Int? {
    if !moves.isEmpty { moves.removeAll(keepingCapacity: true) }
    if let register = requirement.register, !use(register) { return nil }
    let owner = Owner(event: event, counters: counters(for: requirement))
    if let counter = takeFree(for: owner) { return counter }
    if assignment == .rearranging {
      var visited: UInt64 = 0
      if let counter = rearrange(for: owner, &visited) { return counter }
      moves.removeAll(keepingCapacity: true)
    }
    if let register = requirement.register { leave(register) }
    return nil
  }

  /// The counters that can hold an event, a bit each.
  @inline(__always)
  private func counters(for requirement: CounterRequirement) -> UInt64 {
    let all: UInt64 = requirement.counters & SimulatedPMU.lowest(programmable)
    return (all | requirement.fixedCounters << UInt64(programmable)) & available
  }

  /// Takes a free counter, a fixed one first so that it spares the others.
  @inline(__always)
  private mutating func takeFree(for owner: Owner) -> Int? {
    let free: UInt64 = owner.counters & ~used
    guard free != 0 else { return nil }
    let fixed: UInt64 = free & ~SimulatedPMU.lowest(programmable)
    let counter: Int = (fixed != 0 ? fixed : free).trailingZeroBitCount
    used |= 1 << UInt64(counter)
    owners[counter] = owner
    return counter
  }

  /// Gives a counter back.
  @inline(__always)
  mutating func give(back counter: Int, _ requirement: CounterRequirement) {
    used &= ~(1 << UInt64(counter))
    if let register = requirement.register { leave(register) }
  }

  /// Finds room along a path of events that each move by one counter.
  ///
  /// No counter is visited twice, so the depth is at most 64. The free counter at the
  /// end of a path is looked for first.
  private mutating func rearrange(for owner: Owner, _ visited: inout UInt64) -> Int? {
    if let counter = takeFree(for: owner) { return counter }
    while case let candidates = owner.counters & ~visited, candidates != 0 {
      let counter: Int = candidates.trailingZeroBitCount
      visited |= 1 << UInt64(counter)
      let other: Owner = owners[counter]
      guard let room = rearrange(for: other, &visited) else { continue }
      moves.append(Move(event: other.event, counter: room))
      owners[counter] = owner
      return counter
    }
    return nil
  }

  private mutating func use(_ register: CounterRequirement.SharedRegister) -> Bool {
    guard let index = registers.firstIndex(where: { $0.number == register.number }) else {
      registers.append(Register(number: register.number, value: register.value, users: 1))
      return true
    }
    guard registers[index].value == register.value else { return false }
    registers[index].users += 1
    return true
  }

  private mutating func leave(_ register: CounterRequirement.SharedRegister) {
    guard let index = registers.firstIndex(where: { $0.number == register.number }) else {
      return
    }
    registers[index].users -= 1
    if registers[index].users == 0 { registers.remove(at: index) }
  }
}
