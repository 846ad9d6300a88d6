/// What a performance monitoring unit counts for.
public enum PMUScope: Hashable, Sendable {
  /// The instructions and cycles of the CPUs; events follow tasks.
  case core
  /// A part of the machine that several CPUs share; events belong to whole CPUs.
  case wholeCPUs
  /// Something else that events of a task can count.
  case task
  /// The kernel's own software, tracepoints and breakpoints.
  case software
}
