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

  let events: [Event]
  private let groups: [Group]
  private let unsupported: UnsupportedEvents
  let kernel: any Kernel

  /// Events that are opened together.
  private struct Group {
    let members: [PlacedEvent]
    let isExplicit: Bool
  }

  init(_ groups: [EventGroup], _ unsupported: UnsupportedEvents, _ kernel: any Kernel) {
    var events: [Event] = []
    self.groups = groups.flatMap { group in
      let members: [PlacedEvent] = group.events.map { event in
        events.append(event)
        return PlacedEvent(place: events.count - 1, event: event)
      }
      // A name may stand for several events, each of which stands for itself.
      return group.isExplicit
        ? [Group(members: members, isExplicit: true)]
        : members.map { Group(members: [$0], isExplicit: false) }
    }
    self.events = events
    self.unsupported = unsupported
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

  /// Opens the events on the calling thread for reading differences, those without
  /// braces in as few groups as the kernel allows.
  func openTogether() throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    for event in events where event.isSnapshot { throw .gauge(event.name) }
    var opened: OpenedGroups = openedGroups(.callingThread, [])
    var loose: [PlacedEvent] = []
    for group in groups {
      // Only leaders may be pinned or exclusive.
      let isAlone: Bool = group.members.contains {
        !$0.event.attributes.flags.isDisjoint(with: [.pinned, .exclusive])
      }
      if group.isExplicit || isAlone {
        try opened.open(group.members, splitting: false)
      } else {
        loose += group.members
      }
    }
    try opened.open(loose, splitting: true)
    var result = Result(events: events)
    result.add(opened)
    return result
  }

  private func openedGroups(_ target: EventTarget, _ options: GroupOptions) -> OpenedGroups {
    OpenedGroups(target: target, options: options, unsupported: unsupported, kernel: kernel)
  }

  func checkTasksAreAllowed() throws(CountingError) {
    for event in events where event.cpus != nil { throw .wholeCPUsOnly(event.name) }
  }

  private func open(task: EventTarget, options: GroupOptions) throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    var result = Result(events: events)
    try open(task, options, into: &result)
    return result
  }

  private func open(cpus: [Int32]) throws(CountingError) -> Result {
    guard !cpus.isEmpty else { throw .noCPUs }
    var result = Result(events: events)
    for cpu in Set(cpus).sorted() {
      try open(EventTarget(task: -1, cpu: cpu), [], into: &result)
    }
    return result
  }

  func open(
    _ target: EventTarget, _ options: GroupOptions, into result: inout Result
  ) throws(CountingError) {
    for group in groups {
      let members: [PlacedEvent] = group.members.filter { placed in
        // An uncore PMU answers on one CPU of its domain only.
        guard target.cpu >= 0, let cpus = placed.event.cpus else { return true }
        return cpus.contains(Int(target.cpu))
      }
      var opened: OpenedGroups = openedGroups(target, options)
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
}
