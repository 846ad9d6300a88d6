/// Which groups wait in one line for their counters.
public enum SchedulingRules: Hashable, Sendable {
  /// Those of all hardware PMUs of a task together, as in Linux up to 6.1.
  case sharedByHardware
  /// Those of each PMU for themselves, as in Linux 6.2 and later.
  case perPMU
}
