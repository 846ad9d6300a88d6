internal import EventCatalog
internal import PerfEvent

/// A group that is being opened, event by event.
struct GroupOpener {
  let target: EventTarget
  let options: GroupOptions
  let kernel: any Kernel
  private(set) var events: [Event] = []
  private(set) var descriptors: [OpenEvent] = []
  private(set) var format: ReadFormat = [.group, .timeEnabled, .timeRunning, .lost]

  init(target: EventTarget, options: GroupOptions, kernel: any Kernel) {
    self.target = target
    self.options = options
    self.kernel = kernel
  }

  /// Opens a further member.
  mutating func add(_ event: Event) throws(CountingError) {
    try checkRequests(of: event)
    do {
      try open(event)
    } catch {
      throw .event(event.name, error)
    }
  }

  /// What the group's enabled time covers without its being able to count.
  var scope: ReadingScope {
    if target.task == -1 { return .everywhere }
    if target.cpu >= 0 { return .oneCPU }
    let names: [String] = events.compactMap(\.pmu)
    if names.isEmpty { return .everywhere }
    let cores: [PMU] = EventCatalog(kernel: kernel).corePMUs
    let isOneKind: Bool = cores.count > 1 && cores.contains { names.contains($0.name) }
    return isOneKind ? .oneKindOfCore : .everywhere
  }

  private func checkRequests(of event: Event) throws(CountingError) {
    if event.requests.contains(.sharedThroughBPF) {
      throw .requestNotHonoured(event.name, request: "b")
    }
    if event.requests.contains(.perCore) {
      throw .requestNotHonoured(event.name, request: "percore")
    }
    if event.requests.contains(.retirementLatency) {
      throw .requestNotHonoured(event.name, request: "R")
    }
    if event.options.filter != nil {
      throw .requestNotHonoured(event.name, request: "filter")
    }
    if let setting = event.options.driverSettings.first {
      throw .requestNotHonoured(event.name, request: "@\(setting)")
    }
  }

  private mutating func open(_ event: Event) throws(PerfEventError) {
    do {
      try open(event, excluding: [])
    } catch {
      guard case .permission(let refusal) = error, refusal.isUserSideAllowed,
        !event.attributes.flags.namesPrivilege
      else { throw error }
      var userSide: Event = event
      userSide.name = UserSideName.of(event)
      try open(userSide, excluding: [.excludeKernel, .excludeHypervisor])
    }
  }

  private mutating func open(
    _ event: Event, excluding excluded: EventFlags
  ) throws(PerfEventError) {
    var attributes: EventAttributes = event.attributes
    attributes.flags.formUnion(excluded)
    attributes.readFormat = format
    // A period in the event's name is for those who sample, and so is the highest
    // precision that the PMU has.
    attributes.samplePeriod = 0
    attributes.flags.remove(.frequency)
    if event.requests.contains(.highestPrecision) { attributes.precision = 0 }
    if options.contains(.inherit) { attributes.flags.insert(.inherit) }
    if descriptors.isEmpty {
      attributes.flags.insert(.disabled)
      if options.contains(.enableOnExec) { attributes.flags.insert(.enableOnExec) }
      if options.contains(.pinned) { attributes.flags.insert(.pinned) }
    } else {
      // A sibling stands still with its leader. Opened disabled, it would also
      // escape the kernel's check whether the group fits.
      attributes.flags.remove(.disabled)
    }
    let descriptor: EventDescriptor
    do {
      if let leader = descriptors.first {
        descriptor = try EventDescriptor(
          opening: attributes, target: target, joining: leader.descriptor)
      } else {
        descriptor = try EventDescriptor(opening: attributes, target: target, kernel: kernel)
      }
    } catch {
      // Linux before 6.0 does not know the number of lost samples.
      guard error == .invalidAttribute("read_format lost"), descriptors.isEmpty else {
        throw error
      }
      format.remove(.lost)
      try open(event, excluding: excluded)
      return
    }
    var opened: Event = event
    opened.attributes = attributes
    events.append(opened)
    descriptors.append(OpenEvent(descriptor))
  }
}

extension EventFlags {
  /// Whether a modifier said which side to count.
  fileprivate var namesPrivilege: Bool {
    !isDisjoint(with: [.excludeUser, .excludeKernel, .excludeHypervisor])
  }
}
