internal import PerfEvent

// Events are added, switched on and off, and removed.
extension Scheduler {
  /// Adds an event and its group, or a member to a group.
  ///
  /// - Parameters:
  ///   - event: The event, in no group yet.
  ///   - leader: The group's leader; -1 to begin a group.
  ///   - context: Where the event is counted.
  ///   - cpu: The only CPU on which it is counted; -1 for all.
  mutating func add(_ event: Int, to leader: Int, context: Int, cpu: Int) {
    let flags: EventFlags = events[event].attributes.flags
    let pmu: Int = events[event].pmu
    if leader >= 0 {
      let group: Int = events[leader].group
      events[event].group = group
      if groups[group].isSoftware, pmu != softwarePMU { move(group, to: queueOfPMU[pmu]) }
      groups[group].members.append(event)
    } else {
      events[event].group = store(
        ScheduledGroup(
          members: [event], context: context, queue: queueOfPMU[pmu], cpu: cpu,
          isPinned: flags.contains(.pinned), isExclusive: flags.contains(.exclusive),
          isSoftware: pmu == softwarePMU))
      insert(events[event].group)
    }
    events[event].stamp = clock(of: context)
    if events[event].state >= .inactive { makeReady(events[event].group) }
  }

  /// Puts a group behind all others of its queue.
  mutating func insert(_ group: Int) {
    let (context, queue) = (groups[group].context, groups[group].queue)
    if groups[group].isPinned {
      contexts[context].queues[queue].pinned.append(group)
    } else {
      contexts[context].queues[queue].flexible.append(group)
    }
  }

  private mutating func takeOut(_ group: Int) {
    let (context, queue) = (groups[group].context, groups[group].queue)
    if groups[group].isPinned {
      contexts[context].queues[queue].pinned.removeAll { $0 == group }
    } else {
      contexts[context].queues[queue].flexible.removeAll { $0 == group }
    }
  }

  /// Moves a group of software events to the hardware whose event joins it.
  private mutating func move(_ group: Int, to queue: Int) {
    let cpu: Int = cpu(of: groups[group].context)
    if cpu >= 0 { takeOff(group, on: cpu) }
    takeOut(group)
    groups[group].queue = queue
    groups[group].isSoftware = false
    insert(group)
  }

  /// Gives counters anew where a group is ready to be counted now.
  private mutating func makeReady(_ group: Int) {
    let cpu: Int = cpu(of: groups[group].context)
    guard cpu >= 0, matches(group, cpu) else { return }
    placeAnew(on: cpu, queue: groups[group].queue, after: group)
  }

  /// Starts counting an event, which also revives a pinned one that failed.
  ///
  /// The corresponding C function is `__perf_event_enable`.
  mutating func enable(_ event: Int) {
    let state: EventState = events[event].state
    guard state < .inactive, state != .dead else { return }
    let group: Int = events[event].group
    setState(of: event, to: .inactive, clock: clock(of: groups[group].context))
    let leader: Int = groups[group].members[0]
    guard leader == event || events[leader].state == .active else { return }
    makeReady(group)
  }

  /// Stops counting an event, or with a leader its group.
  ///
  /// Groups that wait get the counters at the next turn only. The corresponding C
  /// function is `__perf_event_disable`.
  mutating func disable(_ event: Int) {
    guard events[event].state >= .inactive else { return }
    let group: Int = events[event].group
    let context: Int = groups[group].context
    let cpu: Int = cpu(of: context)
    if cpu >= 0 {
      if groups[group].members[0] == event {
        takeOff(group, on: cpu)
      } else {
        stop(event, on: cpu, clock: clock(of: context))
      }
    }
    setState(of: event, to: .off, clock: clock(of: context))
  }

  /// Sets the count, but not the times, to zero.
  mutating func reset(_ event: Int) {
    update(event)
    events[event].value = 0
  }

  /// Takes an event out of its group; the members of a leader go on by themselves.
  ///
  /// The corresponding C function is `perf_group_detach`.
  mutating func detach(_ event: Int) {
    let group: Int = events[event].group
    guard let place = groups[group].members.firstIndex(of: event) else { return }
    let context: Int = groups[group].context
    let cpu: Int = cpu(of: context)
    update(event)
    let wasActive: Bool = events[event].state == .active
    if place > 0 {
      if cpu >= 0 { stop(event, on: cpu, clock: clock(of: context)) }
      groups[group].members.remove(at: place)
    } else {
      let members: [Int] = Array(groups[group].members.dropFirst())
      for member in members { update(member) }
      if wasActive, cpu >= 0 { takeOff(group, on: cpu) }
      takeOut(group)
      let last: ScheduledGroup = groups[group]
      for member in members {
        let own: Int = store(
          ScheduledGroup(
            members: [member], context: context, queue: last.queue, cpu: last.cpu,
            isPinned: last.isPinned, isExclusive: false,
            isSoftware: events[member].pmu == softwarePMU))
        events[member].group = own
        insert(own)
      }
      groups[group].members = [event]
      if wasActive, let first = members.first { makeReady(events[first].group) }
    }
    if place > 0 {
      // The event keeps a group of its own, which no queue knows.
      var alone: ScheduledGroup = groups[group]
      alone.members = [event]
      events[event].group = store(alone)
    }
    if events[event].state >= .inactive {
      setState(of: event, to: .off, clock: events[event].stamp)
    }
  }

  /// Removes an event and all that tasks inherited of it.
  mutating func remove(_ event: Int) {
    for heir in events[event].heirs {
      detach(heir)
      forgetGroup(events[heir].group)
      forgetEvent(heir)
    }
    events[event].heirs = []
    detach(event)
    forgetGroup(events[event].group)
    forgetEvent(event)
  }
}
