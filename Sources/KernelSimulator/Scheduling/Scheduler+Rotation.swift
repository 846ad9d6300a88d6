// Turns, and the passing of time.
extension Scheduler {
  /// Lets time pass, with all turns that fall into it.
  ///
  /// - Parameter nanoseconds: The time.
  mutating func advance(by nanoseconds: UInt64) {
    let (sum, overflow) = now.addingReportingOverflow(nanoseconds)
    // The largest value stands for a timer that does not run.
    let end: UInt64 = overflow ? .max - 1 : min(sum, .max - 1)
    while true {
      var next: Int = -1
      var earliest: UInt64 = .max
      for timer in timers.indices where timers[timer] < earliest {
        next = timer
        earliest = timers[timer]
      }
      guard next >= 0, earliest <= end else { break }
      now = max(now, earliest)
      let (cpu, queue) = next.quotientAndRemainder(dividingBy: queueCount)
      if rotate(on: cpu, queue: queue) {
        let (again, overflow) = now.addingReportingOverflow(intervals[queue])
        timers[next] = overflow ? .max : again
      } else {
        timers[next] = .max
      }
    }
    now = end
  }

  /// Starts the timer of a queue unless it runs.
  ///
  /// The corresponding C function is `perf_mux_hrtimer_restart`.
  @inline(__always)
  mutating func startTimer(on cpu: Int, queue: Int) {
    let timer: Int = cpu * queueCount + queue
    guard timers[timer] == .max else { return }
    let (sum, overflow) = now.addingReportingOverflow(intervals[queue])
    timers[timer] = overflow ? .max : sum
  }

  /// Gives the turn to the groups that wait.
  ///
  /// The corresponding C function is `perf_rotate_context`.
  ///
  /// - Returns: False if none waits, and the timer is to stop.
  private mutating func rotate(on cpu: Int, queue: Int) -> Bool {
    let task: Int = current[cpu]
    let taskContext: Int = task < 0 ? -1 : tasks[task].context
    let cpuRotates: Bool = contexts[cpu].queues[queue].needsRotation
    let taskRotates: Bool = taskContext >= 0 && contexts[taskContext].queues[queue].needsRotation
    guard cpuRotates || taskRotates else { return false }
    let cpuPlace: Int? = cpuRotates ? placeOfNext(in: cpu, queue, cpu) : nil
    let taskPlace: Int? = taskRotates ? placeOfNext(in: taskContext, queue, cpu) : nil
    if taskContext >= 0, taskPlace != nil || cpuPlace != nil {
      takeOffFlexible(of: taskContext, queue, on: cpu)
    }
    if cpuPlace != nil { takeOffFlexible(of: cpu, queue, on: cpu) }
    if let taskPlace { moveToEnd(taskPlace, in: taskContext, queue) }
    if let cpuPlace { moveToEnd(cpuPlace, in: cpu, queue) }
    placeGroups(on: cpu, queue: queue)
    return true
  }

  /// The place of the group that goes to the end: the first that is counted, or the
  /// first of all.
  ///
  /// The corresponding C function is `ctx_event_to_rotate`.
  @inline(__always)
  private mutating func placeOfNext(in context: Int, _ queue: Int, _ cpu: Int) -> Int? {
    contexts[context].queues[queue].needsRotation = false
    var first: Int?
    for place in 0..<contexts[context].queues[queue].flexible.count {
      let group: Int = contexts[context].queues[queue].flexible[place]
      if events[groups[group].members[0]].state == .active { return place }
      if first == nil, matches(group, cpu) { first = place }
    }
    return first
  }

  @inline(__always)
  private mutating func moveToEnd(_ place: Int, in context: Int, _ queue: Int) {
    let group: Int = contexts[context].queues[queue].flexible.remove(at: place)
    contexts[context].queues[queue].flexible.append(group)
  }

  /// Takes the flexible groups of a context off their counters.
  mutating func takeOffFlexible(of context: Int, _ queue: Int, on cpu: Int) {
    guard contexts[context].queues[queue].isFlexiblePlaced else { return }
    contexts[context].queues[queue].isFlexiblePlaced = false
    contexts[context].queues[queue].needsRotation = false
    for index in 0..<contexts[context].queues[queue].flexible.count {
      takeOff(contexts[context].queues[queue].flexible[index], on: cpu)
    }
  }

  /// Takes the pinned groups of a context off their counters.
  mutating func takeOffPinned(of context: Int, _ queue: Int, on cpu: Int) {
    guard contexts[context].queues[queue].isPinnedPlaced else { return }
    contexts[context].queues[queue].isPinnedPlaced = false
    for index in 0..<contexts[context].queues[queue].pinned.count {
      takeOff(contexts[context].queues[queue].pinned[index], on: cpu)
    }
  }

  /// Gives counters anew after a group became ready.
  ///
  /// The corresponding C function is `ctx_resched`.
  mutating func placeAnew(on cpu: Int, queue: Int, after group: Int) {
    let task: Int = current[cpu]
    let isOfCPU: Bool = groups[group].context == cpu
    let isPinned: Bool = groups[group].isPinned
    if task >= 0 {
      let context: Int = tasks[task].context
      takeOffFlexible(of: context, queue, on: cpu)
      if isPinned { takeOffPinned(of: context, queue, on: cpu) }
    }
    if isOfCPU || isPinned { takeOffFlexible(of: cpu, queue, on: cpu) }
    if isOfCPU, isPinned { takeOffPinned(of: cpu, queue, on: cpu) }
    placeGroups(on: cpu, queue: queue)
  }
}
