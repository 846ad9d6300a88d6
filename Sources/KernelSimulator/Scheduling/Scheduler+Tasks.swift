internal import PerfEvent

// Tasks come to CPUs, leave them, begin and end.
extension Scheduler {
  /// Adds a task that runs nowhere yet.
  mutating func addTask(id: Int32, process: Int32, workload: Workload) -> Int {
    let number: Int = tasks.count
    let context: Int = addContext(task: number)
    tasks.append(TaskState(id: id, process: process, workload: workload, context: context))
    return number
  }

  /// Puts a task on a CPU in place of the one that is there.
  ///
  /// - Parameters:
  ///   - task: The task, which leaves the CPU where it is now; -1 for none.
  ///   - cpu: The CPU.
  mutating func run(_ task: Int, on cpu: Int) {
    if task >= 0, tasks[task].cpu == cpu || tasks[task].hasEnded { return }
    if task >= 0, tasks[task].cpu >= 0 { switchTask(on: tasks[task].cpu, to: -1) }
    if current[cpu] != task { switchTask(on: cpu, to: task) }
  }

  private mutating func switchTask(on cpu: Int, to next: Int) {
    let last: Int = current[cpu]
    if last >= 0 { leave(last, cpu) }
    forEachCounted(on: cpu) { scheduler, event in scheduler.settle(event, on: cpu) }
    if last >= 0 {
      tasks[last].ranBefore = tasks[last].runTime(at: now)
      tasks[last].cpu = -1
      tasks[last].lastCPU = cpu
    }
    current[cpu] = next
    if next >= 0 {
      tasks[next].since = now
      tasks[next].cpu = cpu
    }
    forEachCounted(on: cpu) { scheduler, event in scheduler.beginCounting(event, on: cpu) }
    if next >= 0 { enter(next, cpu) }
  }

  private mutating func leave(_ task: Int, _ cpu: Int) {
    tasks[task].contextSwitches &+= 1
    let context: Int = tasks[task].context
    for queue in 0..<queueCount {
      takeOffFlexible(of: context, queue, on: cpu)
      takeOffPinned(of: context, queue, on: cpu)
    }
  }

  private mutating func enter(_ task: Int, _ cpu: Int) {
    let context: Int = tasks[task].context
    for queue in 0..<queueCount {
      if !contexts[context].queues[queue].pinned.isEmpty {
        takeOffFlexible(of: cpu, queue, on: cpu)
      }
      placeGroups(on: cpu, queue: queue)
    }
    if tasks[task].lastCPU >= 0, tasks[task].lastCPU != cpu { tasks[task].migrations &+= 1 }
  }

  /// Calls a closure with each event of a CPU that is counted.
  private mutating func forEachCounted(
    on cpu: Int, _ body: (inout Scheduler, Int) -> Void
  ) {
    for queue in 0..<queueCount {
      for group in contexts[cpu].queues[queue].pinned + contexts[cpu].queues[queue].flexible {
        for event in groups[group].members where events[event].state == .active {
          body(&self, event)
        }
      }
    }
  }

  /// Starts a task that inherits the events of another.
  ///
  /// The corresponding C function is `perf_event_init_task`.
  mutating func fork(
    _ parent: Int, id: Int32, process: Int32, workload: Workload
  ) -> Int {
    let child: Int = addTask(id: id, process: process, workload: workload)
    let isThread: Bool = tasks[parent].process == process
    let context: Int = tasks[parent].context
    for queue in 0..<queueCount {
      let all: EventQueue = contexts[context].queues[queue]
      for group in all.pinned + all.flexible { inherit(group, by: child, isThread) }
    }
    return child
  }

  private mutating func inherit(_ group: Int, by child: Int, _ isThread: Bool) {
    let flags: EventFlags = events[groups[group].members[0]].attributes.flags
    guard flags.contains(.inherit), isThread || !flags.contains(.inheritThread) else { return }
    var heir: Int = -1
    for member in groups[group].members {
      let parent: ScheduledEvent = events[member]
      guard parent.attributes.flags.contains(.inherit) else { continue }
      let root: Int = parent.root < 0 ? member : parent.root
      let event: Int = store { id in
        ScheduledEvent(
          attributes: parent.attributes, kind: parent.kind, pmu: parent.pmu,
          requirement: parent.requirement, id: id, opener: parent.opener, group: heir,
          state: parent.state >= .inactive ? .inactive : .off, stamp: 0, root: root)
      }
      events[root].heirs.append(event)
      if heir < 0 {
        var copy: ScheduledGroup = groups[group]
        copy = ScheduledGroup(
          members: [event], context: tasks[child].context, queue: copy.queue, cpu: copy.cpu,
          isPinned: copy.isPinned, isExclusive: copy.isExclusive, isSoftware: copy.isSoftware)
        heir = store(copy)
        events[event].group = heir
        insert(heir)
      } else {
        groups[heir].members.append(event)
      }
    }
  }

  /// Runs another program in a task.
  ///
  /// The corresponding C function is `perf_event_exec`.
  mutating func execute(_ task: Int) {
    let context: Int = tasks[task].context
    for queue in 0..<queueCount {
      let all: EventQueue = contexts[context].queues[queue]
      for group in all.pinned + all.flexible {
        for event in groups[group].members {
          let flags: EventFlags = events[event].attributes.flags
          if flags.contains(.enableOnExec) { enable(event) }
          if flags.contains(.removeOnExec) { detach(event) }
        }
      }
    }
  }

  /// Ends a task; what its events counted stays readable.
  mutating func end(_ task: Int) {
    guard !tasks[task].hasEnded else { return }
    if tasks[task].cpu >= 0 { switchTask(on: tasks[task].cpu, to: -1) }
    tasks[task].hasEnded = true
    let context: Int = tasks[task].context
    for queue in 0..<queueCount {
      let all: EventQueue = contexts[context].queues[queue]
      for group in all.pinned + all.flexible {
        for event in groups[group].members { die(event) }
      }
    }
  }

  /// Ends an event with its task; an inherited one gives its count to its root.
  private mutating func die(_ event: Int) {
    update(event)
    setState(of: event, to: .dead, clock: events[event].stamp)
    let root: Int = events[event].root
    guard root >= 0 else { return }
    events[root].ended.value &+= events[event].value
    events[root].ended.timeEnabled &+= events[event].timeEnabled
    events[root].ended.timeRunning &+= events[event].timeRunning
    events[root].heirs.removeAll { $0 == event }
    detach(event)
    forgetGroup(events[event].group)
    forgetEvent(event)
  }
}
