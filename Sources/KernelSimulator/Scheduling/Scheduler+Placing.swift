internal import PerfEvent

// Which groups get counters. The corresponding functions of the kernel are in
// kernel/events/core.c.
extension Scheduler {
  /// Gives the counters of a CPU to the groups that wait for them: those of the CPU
  /// before those of its task, pinned ones before all others.
  ///
  /// The corresponding C function is `perf_event_sched_in`.
  mutating func placeGroups(on cpu: Int, queue: Int) {
    let task: Int = current[cpu]
    let taskContext: Int = task < 0 ? -1 : tasks[task].context
    placePinned(of: cpu, queue, on: cpu)
    if taskContext >= 0 { placePinned(of: taskContext, queue, on: cpu) }
    placeFlexible(of: cpu, queue, on: cpu)
    if taskContext >= 0 { placeFlexible(of: taskContext, queue, on: cpu) }
  }

  private mutating func placePinned(of context: Int, _ queue: Int, on cpu: Int) {
    guard !contexts[context].queues[queue].isPinnedPlaced else { return }
    contexts[context].queues[queue].isPinnedPlaced = true
    var hasRoom: Bool = true
    for index in 0..<contexts[context].queues[queue].pinned.count {
      let group: Int = contexts[context].queues[queue].pinned[index]
      if !isPlacedOrRests(group, on: cpu, &hasRoom) {
        let leader: Int = groups[group].members[0]
        setState(of: leader, to: .error, clock: clock(of: context))
      }
    }
  }

  private mutating func placeFlexible(of context: Int, _ queue: Int, on cpu: Int) {
    guard !contexts[context].queues[queue].isFlexiblePlaced else { return }
    contexts[context].queues[queue].isFlexiblePlaced = true
    var hasRoom: Bool = true
    for index in 0..<contexts[context].queues[queue].flexible.count {
      let group: Int = contexts[context].queues[queue].flexible[index]
      if !isPlacedOrRests(group, on: cpu, &hasRoom) {
        contexts[context].queues[queue].needsRotation = true
        startTimer(on: cpu, queue: queue)
      }
    }
  }

  /// Places a group that may be placed.
  ///
  /// - Returns: False if it is enabled and belongs here, and found no room.
  @inline(__always)
  private mutating func isPlacedOrRests(
    _ group: Int, on cpu: Int, _ hasRoom: inout Bool
  ) -> Bool {
    let leader: Int = groups[group].members[0]
    guard events[leader].state == .inactive, matches(group, cpu) else { return true }
    if mayGoOn(group, on: cpu, hasRoom), place(group, on: cpu) { return true }
    hasRoom = false
    return false
  }

  /// Whether a group is to be counted on a CPU.
  @inline(__always)
  func matches(_ group: Int, _ cpu: Int) -> Bool {
    if groups[group].cpu >= 0, groups[group].cpu != cpu { return false }
    let pmu: Int = events[groups[group].members[0]].pmu
    guard pmu < machine.pmus.count, let cpus = machine.pmus[pmu].cpus else { return true }
    return cpus.contains(cpu)
  }

  /// The corresponding C function is `group_can_go_on`.
  @inline(__always)
  private func mayGoOn(_ group: Int, on cpu: Int, _ hasRoom: Bool) -> Bool {
    if groups[group].isSoftware { return true }
    let queue: Int = groups[group].queue
    if isExclusive[cpu * queueCount + queue] { return false }
    if groups[group].isExclusive {
      let context: Int = groups[group].context
      let others: Int =
        groups[group].isPinned
        ? contexts[context].queues[queue].activePinned
        : contexts[context].queues[queue].activeFlexible
      if others > 0 { return false }
    }
    return hasRoom
  }

  /// Puts all members of a group on counters, or none.
  private mutating func place(_ group: Int, on cpu: Int) -> Bool {
    let context: Int = groups[group].context
    let clock: UInt64 = clock(of: context)
    for index in 0..<groups[group].members.count {
      let event: Int = groups[group].members[index]
      guard events[event].state == .inactive else { continue }
      guard start(event, on: cpu, clock: clock) else {
        for earlier in 0..<index { stop(groups[group].members[earlier], on: cpu, clock: clock) }
        return false
      }
    }
    let queue: Int = groups[group].queue
    if groups[group].isPinned {
      contexts[context].queues[queue].activePinned += 1
    } else {
      contexts[context].queues[queue].activeFlexible += 1
    }
    if groups[group].isExclusive { isExclusive[cpu * queueCount + queue] = true }
    return true
  }

  /// Takes a group off its counters; it stays enabled.
  ///
  /// The corresponding C function is `group_sched_out`.
  @inline(__always)
  mutating func takeOff(_ group: Int, on cpu: Int) {
    let leader: Int = groups[group].members[0]
    guard events[leader].state == .active else { return }
    let context: Int = groups[group].context
    let clock: UInt64 = clock(of: context)
    for index in 0..<groups[group].members.count {
      stop(groups[group].members[index], on: cpu, clock: clock)
    }
    let queue: Int = groups[group].queue
    if groups[group].isPinned {
      contexts[context].queues[queue].activePinned -= 1
    } else {
      contexts[context].queues[queue].activeFlexible -= 1
    }
    if groups[group].isExclusive { isExclusive[cpu * queueCount + queue] = false }
  }

  /// Starts to count an event, if a counter can hold it.
  @inline(__always)
  private mutating func start(_ event: Int, on cpu: Int, clock: UInt64) -> Bool {
    let pmu: Int = events[event].pmu
    if pmu < machine.pmus.count {
      guard let counter = takeCounter(for: event, cpu * machine.pmus.count + pmu) else {
        return false
      }
      events[event].counter = counter
    }
    setState(of: event, to: .active, clock: clock)
    beginCounting(event, on: cpu)
    return true
  }

  @inline(__always)
  private mutating func takeCounter(for event: Int, _ file: Int) -> Int? {
    let counter: Int? = counters[file].take(for: event, events[event].requirement)
    for index in counters[file].moves.indices {
      let move: CounterFile.Move = counters[file].moves[index]
      events[move.event].counter = move.counter
    }
    return counter
  }

  /// Stops counting an event that is counted.
  @inline(__always)
  mutating func stop(_ event: Int, on cpu: Int, clock: UInt64) {
    guard events[event].state == .active else { return }
    settle(event, on: cpu)
    if events[event].counter >= 0 {
      counters[cpu * machine.pmus.count + events[event].pmu].give(
        back: events[event].counter, events[event].requirement)
      events[event].counter = -1
    }
    setState(of: event, to: .inactive, clock: clock)
  }
}
