public import EventCatalog
public import PerfEvent

/// The reasons why something cannot be counted.
public enum CountingError: Error, Sendable {
  /// The text does not name an event.
  case name(EventNameError)
  /// No event is named.
  case noEvents
  /// The kernel refuses an event.
  case event(String, PerfEventError)
  /// The event belongs to whole CPUs and cannot be counted for a task.
  case wholeCPUsOnly(String)
  /// The process started threads faster than they could be followed.
  case threadsKeepChanging(process: Int32)
  /// The command could not be executed.
  case command(String, PerfEventError)
  /// The CPUs of the machine cannot be listed.
  case cpuList(Errno)
  /// The events were opened by another thread than the calling one.
  case foreignThread
  /// The region to leave is not the innermost one that was entered.
  case unbalancedRegion(String)
  /// A region is still entered.
  case openRegion(String)
}

extension CountingError: CustomStringConvertible {
  /// One sentence that says what is wrong and what would help.
  public var description: String {
    switch self {
    case .name(let error): error.description
    case .noEvents: "no event is named"
    case .event(let name, let error): "\(name): \(error)"
    case .wholeCPUsOnly(let name):
      "\(name): the event counts whole CPUs, not tasks: count it on CPUs or the whole machine"
    case .threadsKeepChanging(let process):
      "process \(process) starts and ends threads faster than they can be followed"
    case .command(let name, let error): "cannot run \(name): \(error)"
    case .cpuList(let errno): "cannot list the CPUs of this machine: \(errno)"
    case .foreignThread:
      "the events were opened by another thread: create the counter on the thread that runs "
        + "the region, or count the whole task with measureTask"
    case .unbalancedRegion(let name):
      "region \(name) is not the innermost one: leave regions in the reverse order of entering"
    case .openRegion(let name): "region \(name) is still entered: leave it before reading totals"
    }
  }
}
