/// Which release's rules say what is counted when.
public enum SchedulingRules: Hashable, Sendable {
  /// Linux up to 6.1: all hardware PMUs of a task share one list of groups.
  case beforeLinux6_2
  /// Linux 6.2 and later: each PMU has a list of its own.
  case sinceLinux6_2
}
