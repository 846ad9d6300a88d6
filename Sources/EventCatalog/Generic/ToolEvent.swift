/// The names of measures that the perf tool takes without the kernel's counters.
enum ToolEvent: String, CaseIterable {
  case durationTime = "duration_time"
  case userTime = "user_time"
  case systemTime = "system_time"

  init?(named name: String) {
    self.init(rawValue: name.lowercased())
  }
}
