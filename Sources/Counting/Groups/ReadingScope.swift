/// The times that a group's enabled time covers without its being able to count.
enum ReadingScope: Hashable, Sendable {
  /// None: whenever the group did not count, it waited for counters.
  case everywhere
  /// Times that the task spent on other CPUs.
  case oneCPU
  /// Times that the task spent on cores of another kind.
  case oneKindOfCore

  /// What is known from a count and its times within the scope.
  func count(value: UInt64, timeEnabled: UInt64, timeRunning: UInt64) -> Count {
    let count = Count(value: value, timeEnabled: timeEnabled, timeRunning: timeRunning)
    switch (self, count) {
    case (.oneCPU, .notCounted(.neverScheduled)): return .notCounted(.wrongCPU)
    case (.oneKindOfCore, .notCounted(.neverScheduled)): return .notCounted(.wrongCore)
    // To scale by the time on other cores would make events up.
    case (.oneKindOfCore, .scaled(_, let share)): return .lowerBound(value, share: share)
    default: return count
    }
  }
}
