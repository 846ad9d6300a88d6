public import PerfEvent
internal import Synchronization

/// A kernel in this process that counts as Linux does.
///
/// It stands behind the same seam as the real one, so that whatever opens, reads or
/// controls events can be run on machines that do not exist: with few counters, with
/// constraints, with several kinds of cores, with refusals at any call. Time passes only
/// when ``advance(by:)`` says so, and the same calls always give the same counts.
///
/// At the start the calling task runs on CPU 0, and all other CPUs are idle. Calls of
/// all threads are taken for those of the task on that CPU, see ``currentTask``.
public final class SimulatedKernel: Kernel {
  let state: Mutex<State>

  /// What the machine consists of.
  public let machine: SimulatedMachine

  /// What is behind the calls.
  struct State {
    var scheduler: Scheduler
    var descriptors = DescriptorTable()
    var pages: [UInt: SimulatedPages] = [:]
    var faults: [SimulatedFault] = []
    var files: [String: [UInt8]]
    /// The task that makes the calls.
    var caller: Int
  }

  /// Creates a machine on which one task runs.
  ///
  /// - Parameters:
  ///   - machine: What it consists of.
  ///   - workload: What the task does.
  public init(_ machine: SimulatedMachine = SimulatedMachine(), workload: Workload = .synthetic) {
    self.machine = machine
    var scheduler = Scheduler(machine)
    let first: Int = scheduler.addTask(id: 1000, process: 1000, workload: workload)
    scheduler.run(first, on: 0)
    state = Mutex(
      State(scheduler: scheduler, files: MachineFiles(machine).bytes, caller: first))
  }

  /// The open descriptors, in ascending order.
  public var openDescriptors: [Int32] { state.withLock { $0.descriptors.all } }

  /// How many mappings were not given back.
  public var mappingCount: Int { state.withLock { $0.pages.count } }
}
