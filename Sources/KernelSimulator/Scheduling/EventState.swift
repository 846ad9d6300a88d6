/// What the kernel does with an event now, in the kernel's order.
///
/// The corresponding C type is `enum perf_event_state`.
enum EventState: Int8, Comparable {
  /// The task of the event has ended.
  case dead = -3
  /// The event is pinned and found no counter.
  case error = -2
  /// The event is disabled.
  case off = -1
  /// The event is enabled, and on no counter.
  case inactive = 0
  /// The event is counted.
  case active = 1

  static func < (first: EventState, second: EventState) -> Bool {
    first.rawValue < second.rawValue
  }
}
