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
  /// The closure of a task is isolated to an actor, whose thread is not counted.
  case isolatedClosure
  /// The name stands for more events than can be counted here.
  case severalEvents(String)
  /// The event's name asks for something that counting cannot honour.
  case requestNotHonoured(String, request: String)
  /// The event is a gauge, whose differences mean nothing.
  case gauge(String)
  /// No CPU is named.
  case noCPUs
  /// The region belongs to another counter.
  case foreignRegion
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
    case .command(let name, let error): "cannot run '\(name)': \(error)"
    case .cpuList(let errno): "cannot list the CPUs of this machine: \(errno)"
    case .foreignThread:
      "the events were opened by another thread than the one that runs now, as happens to a "
        + "task behind an await, on the main actor too: make the counter between two awaits, or "
        + "within measureTask"
    case .isolatedClosure:
      "the closure is isolated to an actor, whose thread is not counted: leave the isolation "
        + "away and await the actor within the closure"
    case .severalEvents(let name):
      "\(name) stands for several events: count them as a group or a session"
    case .requestNotHonoured(let name, let request):
      "\(name): counting does not know the request \(request): leave it out"
    case .gauge(let name):
      "\(name): the event is a gauge, whose differences mean nothing: read it with a session"
    case .noCPUs: "no CPU is named"
    case .foreignRegion: "the region belongs to another counter"
    case .unbalancedRegion(let name):
      "region \(name) is not the innermost one: leave regions in the reverse order of entering"
    case .openRegion(let name): "region \(name) is still entered: leave it before reading totals"
    }
  }
}
