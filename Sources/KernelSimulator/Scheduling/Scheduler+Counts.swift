internal import PerfEvent

// What events have counted, and for how long.
extension Scheduler {
  /// Returns the clock of a context: it stands still while a task is not on a CPU.
  @inline(__always)
  func clock(of context: Int) -> UInt64 {
    let task: Int = contexts[context].task
    return task < 0 ? now : tasks[task].runTime(at: now)
  }

  /// Brings the times of an event up to date.
  @inline(__always)
  mutating func updateTimes(of event: Int, clock: UInt64) {
    let delta: UInt64 = clock &- events[event].stamp
    events[event].stamp = clock
    switch effectiveState(of: event) {
    case .active:
      events[event].timeEnabled &+= delta
      events[event].timeRunning &+= delta
    case .inactive: events[event].timeEnabled &+= delta
    case .off, .error, .dead: break
    }
  }

  /// The state of an event, which stands still with its leader.
  @inline(__always)
  func effectiveState(of event: Int) -> EventState {
    let leader: EventState = events[groups[events[event].group].members[0]].state
    return leader <= .off ? leader : events[event].state
  }

  /// Changes the state of an event after its times were brought up to date.
  @inline(__always)
  mutating func setState(of event: Int, to state: EventState, clock: UInt64) {
    if events[event].state == state { return }
    updateTimes(of: event, clock: clock)
    // Members of a group stand still and go on with their leader.
    if (events[event].state < .inactive) != (state < .inactive) {
      let group: Int = events[event].group
      if groups[group].members[0] == event {
        for index in 1..<max(1, groups[group].members.count) {
          updateTimes(of: groups[group].members[index], clock: clock)
        }
      }
    }
    events[event].state = state
  }

  /// What a task has caused of an event since it began.
  @inline(__always)
  mutating func caused(by task: Int, _ event: Int) -> UInt64 {
    switch events[event].kind {
    case .runTime: return tasks[task].runTime(at: now)
    case .contextSwitches: return tasks[task].contextSwitches
    case .migrations: return tasks[task].migrations
    case .caused:
      if events[event].ratedTask != task {
        events[event].ratedTask = task
        events[event].rate = tasks[task].workload.rate(of: events[event].attributes)
      }
      return events[event].rate.events(after: tasks[task].runTime(at: now))
    }
  }

  /// Notes what the task on a CPU has caused of an event, from where counting goes on.
  @inline(__always)
  mutating func beginCounting(_ event: Int, on cpu: Int) {
    let task: Int = current[cpu]
    if task >= 0 { events[event].seen = caused(by: task, event) }
  }

  /// Adds what the task on a CPU has caused of an event since it was last looked at.
  @inline(__always)
  mutating func settle(_ event: Int, on cpu: Int) {
    let task: Int = current[cpu]
    guard task >= 0 else { return }
    let sum: UInt64 = caused(by: task, event)
    events[event].value &+= sum &- events[event].seen
    events[event].seen = sum
  }

  /// The CPU on which a context is now; -1 for none.
  func cpu(of context: Int) -> Int {
    let task: Int = contexts[context].task
    return task < 0 ? context : tasks[task].cpu
  }

  /// Brings the value and the times of an event up to date.
  mutating func update(_ event: Int) {
    let context: Int = groups[events[event].group].context
    if events[event].state == .active {
      let cpu: Int = cpu(of: context)
      if cpu >= 0 { settle(event, on: cpu) }
    }
    updateTimes(of: event, clock: clock(of: context))
  }

  /// Returns what an event and all that tasks inherited of it have counted.
  mutating func totals(of event: Int) -> ScheduledEvent.Totals {
    update(event)
    var sum: ScheduledEvent.Totals = events[event].ended
    sum.value &+= events[event].value
    sum.timeEnabled &+= events[event].timeEnabled
    sum.timeRunning &+= events[event].timeRunning
    for heir in events[event].heirs {
      update(heir)
      sum.value &+= events[heir].value
      sum.timeEnabled &+= events[heir].timeEnabled
      sum.timeRunning &+= events[heir].timeRunning
    }
    return sum
  }
}
