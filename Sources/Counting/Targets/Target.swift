/// Whose events are counted.
public enum Target: Hashable, Sendable {
  /// The calling thread, and not the threads that it starts.
  case thisThread
  /// A thread, by the kernel's number, and the threads that it starts.
  case thread(Int32)
  /// All threads of a process, and those that they start.
  case process(Int32)
  /// Every task that runs on one of the CPUs.
  case cpus([Int32])
  /// Every task of the machine.
  case wholeMachine
}
