internal import PerfEvent

/// An event as the scheduler sees it.
struct ScheduledEvent {
  let attributes: EventAttributes
  let kind: EventKind
  /// The number of the PMU.
  let pmu: Int
  let requirement: CounterRequirement
  /// The number that the kernel gave to the event.
  let id: UInt64
  /// The task that opened the event.
  let opener: Int

  /// The number of the group.
  var group: Int
  var state: EventState
  /// The clock of the context when the times were last brought up to date.
  var stamp: UInt64
  var timeEnabled: UInt64 = 0
  var timeRunning: UInt64 = 0
  /// What was counted until the event was last looked at.
  var value: UInt64 = 0
  /// What the running task had caused when the value was last brought up to date.
  var seen: UInt64 = 0
  /// The counter that holds the event; -1 if there is none.
  var counter: Int = -1

  /// The task whose rate is kept; -1 for none.
  var ratedTask: Int = -1
  var rate: EventRate = .none

  /// The event from which a task inherited this one; -1 for none.
  var root: Int = -1
  /// The events that later tasks inherited.
  var heirs: [Int] = []
  /// What inherited events had counted when their tasks ended.
  var ended = Totals()

  /// A count with its times.
  struct Totals {
    var value: UInt64 = 0
    var timeEnabled: UInt64 = 0
    var timeRunning: UInt64 = 0
  }
}

/// Where the number of an event comes from.
enum EventKind {
  /// The workload.
  case caused
  /// The nanoseconds for which tasks ran.
  case runTime
  /// How often a task left a CPU.
  case contextSwitches
  /// How often a task came to another CPU.
  case migrations

  /// The kind of an event; the kernel's numbers are those of `enum perf_sw_ids`.
  init(_ attributes: EventAttributes) {
    guard attributes.type == .software else {
      self = .caused
      return
    }
    switch attributes.config {
    case 0, 1: self = .runTime
    case 3: self = .contextSwitches
    case 4: self = .migrations
    default: self = .caused
    }
  }
}
