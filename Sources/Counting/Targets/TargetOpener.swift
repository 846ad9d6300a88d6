internal import EventCatalog
internal import PerfEvent

/// The way from a list of events and a target to open groups.
struct TargetOpener {
  /// What could be opened, and what not.
  struct Result {
    /// The events that were asked for; those that were opened, as they were.
    private(set) var events: [Event]
    private(set) var groups: [OpenGroup] = []
    private(set) var refusals: [Int: PerfEventError] = [:]

    init(events: [Event]) {
      self.events = events
    }

    mutating func add(_ opened: OpenedGroups) {
      groups += opened.groups
      refusals.merge(opened.refusals) { first, _ in first }
      for group in opened.groups {
        for (member, place) in group.places.enumerated() {
          events[place] = group.group.events[member]
        }
      }
    }

    /// Throws the first refusal that is not to be reported with the counts.
    func check(_ unsupported: UnsupportedEvents) throws(CountingError) {
      guard !events.isEmpty else { throw .noEvents }
      guard unsupported == .fail || groups.isEmpty else { return }
      for place in events.indices {
        if let refusal = refusals[place] { throw .event(events[place].name, refusal) }
      }
    }
  }

  private let events: [Event]
  private let placedGroups: [[PlacedEvent]]
  private let isExplicit: [Bool]
  private let kernel: any Kernel

  init(_ groups: [EventGroup], kernel: any Kernel) {
    var events: [Event] = []
    placedGroups = groups.map { group in
      group.events.map { event in
        events.append(event)
        return PlacedEvent(place: events.count - 1, event: event)
      }
    }
    self.events = events
    isExplicit = groups.map(\.isExplicit)
    self.kernel = kernel
  }

  func open(_ target: Target) throws(CountingError) -> Result {
    switch target {
    case .thisThread: try open(task: EventTarget.callingThread, options: [])
    case .thread(let thread): try open(task: EventTarget(task: thread), options: .inherit)
    case .process(let process): try openThreads(of: process)
    case .cpus(let cpus): try open(cpus: cpus)
    case .wholeMachine: try open(cpus: onlineCPUs())
    }
  }

  func open(command: Int32) throws(CountingError) -> Result {
    try open(task: EventTarget(task: command), options: [.inherit, .enableOnExec])
  }

  /// Opens the events on the calling thread, those without braces in as few groups
  /// as the kernel allows.
  func openTogether() throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    var opened = OpenedGroups(target: .callingThread, options: [], kernel: kernel)
    var loose: [PlacedEvent] = []
    for (group, isExplicit) in zip(placedGroups, isExplicit) {
      if isExplicit { try opened.open(group, splitting: false) } else { loose += group }
    }
    try opened.open(loose, splitting: true)
    var result = Result(events: events)
    result.add(opened)
    return result
  }

  private func checkTasksAreAllowed() throws(CountingError) {
    for event in events where event.cpus != nil { throw .wholeCPUsOnly(event.name) }
  }

  private func open(task: EventTarget, options: GroupOptions) throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    var result = Result(events: events)
    try open(task, options, into: &result)
    return result
  }

  private func open(cpus: [Int32]) throws(CountingError) -> Result {
    var result = Result(events: events)
    for cpu in cpus {
      try open(EventTarget(task: -1, cpu: cpu), [], into: &result)
    }
    return result
  }

  private func open(
    _ target: EventTarget, _ options: GroupOptions, into result: inout Result
  ) throws(CountingError) {
    for group in placedGroups {
      let members: [PlacedEvent] = group.filter { placed in
        // An uncore PMU answers on one CPU of its domain only.
        guard target.cpu >= 0, let cpus = placed.event.cpus else { return true }
        return cpus.contains(Int(target.cpu))
      }
      var opened = OpenedGroups(target: target, options: options, kernel: kernel)
      try opened.open(members, splitting: false)
      result.add(opened)
    }
  }

  private func onlineCPUs() throws(CountingError) -> [Int32] {
    let text: String
    do {
      text = try kernel.readText("/sys/devices/system/cpu/online")
    } catch {
      throw .cpuList(error)
    }
    guard let list = CPUList(parsing: text) else { throw .cpuList(.invalidArgument) }
    return list.cpus
  }

  /// Opens the events on every thread of a process.
  ///
  /// Threads that start later are inherited from those that started them. A thread
  /// that starts while others are being opened may or may not be inherited: only
  /// if the list is the same afterwards is none missed or counted twice.
  private func openThreads(of process: Int32) throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    for _ in 0..<16 {
      let threads: [Int32] = try self.threads(of: process)
      var result = Result(events: events)
      for thread in threads {
        do {
          try open(EventTarget(task: thread), .inherit, into: &result)
        } catch {
          guard case .event(_, .noSuchTask) = error else { throw error }
        }
      }
      let isComplete: Bool = Set(try self.threads(of: process)).isSubset(of: threads)
      if isComplete { return result }
    }
    throw .threadsKeepChanging(process: process)
  }

  private func threads(of process: Int32) throws(CountingError) -> [Int32] {
    do {
      return try kernel.listDirectory("/proc/\(process)/task").compactMap { Int32($0) }
    } catch {
      throw .event(events.first?.name ?? "", .noSuchTask(process))
    }
  }
}
