public import PerfEvent
internal import Synchronization

/// A task of a simulated machine: a thread, or the only one of a process.
///
/// It belongs to the kernel that gave it; what another one is asked to do with it is not
/// done.
public struct SimulatedTask: Hashable, Sendable {
  /// The kernel's number of the task.
  public let id: Int32
  /// The number of its process.
  public let process: Int32
  let number: Int
}

// What happens on the machine.
extension SimulatedKernel {
  /// The nanoseconds since the machine was made.
  public var now: UInt64 { state.withLock { $0.scheduler.now } }

  /// Lets time pass, with all turns of groups that fall into it.
  ///
  /// - Parameter nanoseconds: How much time.
  /// - Complexity: Linear in the number of turns.
  public func advance(by nanoseconds: UInt64) {
    state.withLock { $0.scheduler.advance(by: nanoseconds) }
  }

  /// The task that makes the calls to the kernel.
  ///
  /// Setting it does not put the task on a CPU.
  public var currentTask: SimulatedTask {
    get { state.withLock { $0.task($0.caller) } }
    set { state.withLock { if $0.knows(newValue) { $0.caller = newValue.number } } }
  }

  /// All tasks that have not ended, in the order in which they began.
  public var tasks: [SimulatedTask] {
    state.withLock { state in
      state.scheduler.tasks.indices
        .filter { !state.scheduler.tasks[$0].hasEnded }.map(state.task)
    }
  }

  /// All tasks that there ever were, in the order in which they began.
  public var allTasks: [SimulatedTask] {
    state.withLock { state in state.scheduler.tasks.indices.map(state.task) }
  }

  /// Starts a task that inherits the events of another; it runs nowhere yet.
  ///
  /// - Parameters:
  ///   - parent: The task that starts it.
  ///   - workload: What the task does.
  ///   - isThread: Whether it belongs to the process of the other, or is one of its own.
  /// - Returns: The task; the other one itself if it is not of this machine.
  public func start(
    from parent: SimulatedTask, workload: Workload = .synthetic, isThread: Bool = true
  ) -> SimulatedTask {
    state.withLock { state in
      guard state.knows(parent) else { return parent }
      let id: Int32 = 1000 &+ Int32(truncatingIfNeeded: state.scheduler.tasks.count)
      let child: Int = state.scheduler.fork(
        parent.number, id: id, process: isThread ? parent.process : id, workload: workload)
      return state.task(child)
    }
  }

  /// Puts a task on a CPU, in place of the one that is there.
  ///
  /// - Parameters:
  ///   - task: The task, which leaves the CPU where it runs now; nil leaves the CPU idle.
  ///   - cpu: The CPU. One that does not exist is ignored.
  public func run(_ task: SimulatedTask?, on cpu: Int) {
    guard (0..<machine.cpus).contains(cpu) else { return }
    state.withLock { state in
      if let task, !state.knows(task) { return }
      state.scheduler.run(task?.number ?? -1, on: cpu)
    }
  }

  /// Runs another program in a task, which starts the events that wait for it.
  ///
  /// - Parameter task: The task.
  public func execute(_ task: SimulatedTask) {
    state.withLock { if $0.knows(task) { $0.scheduler.execute(task.number) } }
  }

  /// Ends a task.
  ///
  /// What its events counted stays readable.
  ///
  /// - Parameter task: The task.
  public func end(_ task: SimulatedTask) {
    state.withLock { if $0.knows(task) { $0.scheduler.end(task.number) } }
  }

  /// Returns what a task has caused of an event since it began, counted or not.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - task: The task.
  /// - Returns: The true number, against which counts can be checked; 0 for a task of
  ///   another machine.
  public func truth(of event: EventAttributes, in task: SimulatedTask) -> UInt64 {
    state.withLock { state in
      guard state.knows(task) else { return 0 }
      let now: UInt64 = state.scheduler.now
      let state: TaskState = state.scheduler.tasks[task.number]
      return switch EventKind(event) {
      case .runTime: state.runTime(at: now)
      case .contextSwitches: state.contextSwitches
      case .migrations: state.migrations
      case .caused: state.workload.rate(of: event).events(after: state.runTime(at: now))
      }
    }
  }

  /// Changes the time after which other groups of a PMU get their turn.
  ///
  /// - Parameters:
  ///   - nanoseconds: The time, at least 1.
  ///   - pmu: The name of the PMU. One that does not exist is ignored.
  public func setMultiplexingInterval(_ nanoseconds: UInt64, of pmu: String) {
    guard let number = machine.pmus.firstIndex(where: { $0.name == pmu }) else { return }
    state.withLock { state in
      state.scheduler.intervals[state.scheduler.queueOfPMU[number]] = max(1, nanoseconds)
    }
  }
}

extension SimulatedKernel.State {
  /// Whether a task is one of this machine.
  func knows(_ task: SimulatedTask) -> Bool {
    scheduler.tasks.indices.contains(task.number)
      && scheduler.tasks[task.number].id == task.id
  }

  func task(_ number: Int) -> SimulatedTask {
    SimulatedTask(
      id: scheduler.tasks[number].id, process: scheduler.tasks[number].process, number: number)
  }
}
