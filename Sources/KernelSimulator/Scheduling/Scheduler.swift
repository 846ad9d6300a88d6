internal import PerfEvent

/// The part of the kernel that decides which event is counted when.
///
/// Events, groups, contexts and tasks are numbered by their place; the context of CPU
/// *n* is context *n*.
struct Scheduler {
  let machine: SimulatedMachine
  /// The queue of each PMU; the software events come last.
  let queueOfPMU: [Int]
  let queueCount: Int
  /// The nanoseconds since the machine started.
  var now: UInt64 = 0

  var events: ContiguousArray<ScheduledEvent> = []
  var groups: ContiguousArray<ScheduledGroup> = []
  var contexts: ContiguousArray<EventContext> = []
  var tasks: ContiguousArray<TaskState> = []

  /// The task on each CPU; -1 for none.
  var current: ContiguousArray<Int>
  /// The counters of each PMU on each CPU, by CPU first.
  var counters: ContiguousArray<CounterFile>
  /// When the groups of each queue take turns on each CPU, by CPU first; the largest
  /// value for never.
  var timers: ContiguousArray<UInt64>
  /// Whether an exclusive group is counted, of each queue on each CPU.
  var isExclusive: ContiguousArray<Bool>
  /// The nanoseconds between turns of each queue.
  var intervals: [UInt64]

  private var freeEvents: [Int] = []
  private var freeGroups: [Int] = []
  private var nextID: UInt64 = 1

  init(_ machine: SimulatedMachine) {
    self.machine = machine
    var queues: [Int] = []
    switch machine.rules {
    case .perPMU: queues = Array(0...machine.pmus.count)
    case .sharedByHardware:
      var next: Int = 2
      for pmu in machine.pmus {
        queues.append(pmu.countsTasks ? 0 : next)
        if !pmu.countsTasks { next += 1 }
      }
      queues.append(1)
    }
    queueOfPMU = queues
    let queueCount: Int = (queues.max() ?? 0) + 1
    self.queueCount = queueCount
    var intervals: [UInt64] = [UInt64](repeating: 4_000_000, count: queueCount)
    for (pmu, queue) in zip(machine.pmus, queues).reversed() {
      intervals[queue] = max(1, pmu.multiplexingInterval)
    }
    self.intervals = intervals
    current = ContiguousArray(repeating: -1, count: machine.cpus)
    counters = []
    for _ in 0..<machine.cpus { counters += machine.pmus.map(CounterFile.init) }
    timers = ContiguousArray(repeating: .max, count: machine.cpus * queueCount)
    isExclusive = ContiguousArray(repeating: false, count: machine.cpus * queueCount)
    for _ in 0..<machine.cpus { _ = addContext(task: -1) }
  }

  /// The number of the PMU of software events.
  var softwarePMU: Int { machine.pmus.count }

  /// Adds the context of a task or a CPU.
  mutating func addContext(task: Int) -> Int {
    contexts.append(
      EventContext(task: task, queues: [EventQueue](repeating: EventQueue(), count: queueCount)))
    return contexts.count - 1
  }

  /// Keeps an event and returns its number.
  mutating func store(_ make: (UInt64) -> ScheduledEvent) -> Int {
    let event: ScheduledEvent = make(nextID)
    nextID &+= 1
    if let free = freeEvents.popLast() {
      events[free] = event
      return free
    }
    events.append(event)
    return events.count - 1
  }

  /// Keeps a group and returns its number.
  mutating func store(_ group: ScheduledGroup) -> Int {
    if let free = freeGroups.popLast() {
      groups[free] = group
      return free
    }
    groups.append(group)
    return groups.count - 1
  }

  /// Makes room for another event in the place of one that is in no group.
  mutating func forgetEvent(_ event: Int) { freeEvents.append(event) }

  /// Makes room for another group in the place of one that is in no queue.
  mutating func forgetGroup(_ group: Int) { freeGroups.append(group) }
}
