/// A task as the scheduler sees it.
struct TaskState {
  let id: Int32
  let process: Int32
  let workload: Workload
  let context: Int
  /// The nanoseconds for which the task ran before it last came to a CPU.
  var ranBefore: UInt64 = 0
  /// When the task last came to a CPU.
  var since: UInt64 = 0
  /// The CPU on which the task runs; -1 for none.
  var cpu: Int = -1
  /// The CPU on which the task last ran; -1 for none.
  var lastCPU: Int = -1
  var contextSwitches: UInt64 = 0
  var migrations: UInt64 = 0
  var hasEnded: Bool = false

  /// Returns the nanoseconds for which the task has run.
  @inline(__always)
  func runTime(at now: UInt64) -> UInt64 { cpu < 0 ? ranBefore : ranBefore &+ (now &- since) }
}
