public import PerfEvent
internal import Synchronization

extension SimulatedKernel {
  /// Opens an event.
  ///
  /// - Parameters:
  ///   - attributes: The event.
  ///   - target: The task and the CPU to watch.
  ///   - group: The descriptor of the group's leader, or -1.
  ///   - flags: Options of the call.
  /// - Returns: A descriptor, which is none of this process.
  /// - Throws: The error that perf_event_open(2) would give.
  public func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32 {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.open)
      return try state.open(attributes, target, group: group, flags)
    }
  }

  /// Closes an event.
  ///
  /// - Parameter descriptor: What ``open(_:target:group:flags:)`` returned.
  public func close(_ descriptor: Int32) {
    state.withLock { state in
      guard let event = state.descriptors.close(descriptor) else { return }
      state.scheduler.remove(event)
    }
  }
}

extension SimulatedKernel.State {
  fileprivate mutating func open(
    _ attributes: EventAttributes, _ target: EventTarget, group: Int32, _ flags: OpenFlags
  ) throws(Errno) -> Int32 {
    guard flags.isDisjoint(with: [.cgroup]) else { throw .badDescriptor }
    let limit: UInt64 = scheduler.machine.descriptorLimit.soft
    guard UInt64(descriptors.count) < limit else { throw .tooManyOpenFiles }
    try checkPermission(attributes, target)
    let leader: Int
    if group == -1 {
      leader = -1
    } else {
      guard let found = descriptors.event(of: group) else { throw .badDescriptor }
      leader = found
    }
    let context: Int = try context(of: target)
    let (pmu, requirement) = try pmu(of: attributes)
    if pmu < scheduler.machine.pmus.count, target.task != -1 {
      // A PMU outside of the cores counts for CPUs only.
      guard scheduler.machine.pmus[pmu].countsTasks else { throw .invalidArgument }
    }
    try check(attributes, pmu, leader: leader, context: context, cpu: target.cpu)
    try validate(requirement, attributes, pmu, leader: leader)
    let opener: Int = caller
    let event: Int = scheduler.store { id in
      ScheduledEvent(
        attributes: attributes, kind: EventKind(attributes), pmu: pmu, requirement: requirement,
        id: id, opener: opener, group: 0,
        state: attributes.flags.contains(.disabled) ? .off : .inactive, stamp: 0)
    }
    scheduler.add(event, to: leader, context: context, cpu: Int(target.cpu))
    return descriptors.open(event)
  }

  private func checkPermission(
    _ attributes: EventAttributes, _ target: EventTarget
  ) throws(Errno) {
    let permissions: SimulatedPermissions = scheduler.machine.permissions
    guard !permissions.isPrivileged else { return }
    if permissions.paranoid > 2 { throw .accessDenied }
    if permissions.paranoid > 1, !attributes.flags.contains(.excludeKernel) {
      throw .accessDenied
    }
    if permissions.paranoid > 0, target.task == -1 { throw .accessDenied }
    if permissions.paranoid > -1, attributes.type == .tracepoint { throw .notPermitted }
  }

  private func context(of target: EventTarget) throws(Errno) -> Int {
    let cpus: Int = scheduler.machine.cpus
    guard target.cpu >= -1, Int(target.cpu) < cpus else { throw .invalidArgument }
    if target.task == -1 {
      guard target.cpu >= 0 else { throw .invalidArgument }
      return Int(target.cpu)
    }
    if target.task == 0 { return scheduler.tasks[caller].context }
    let found: TaskState? = scheduler.tasks.first { $0.id == target.task && !$0.hasEnded }
    guard let found else { throw .noSuchProcess }
    return found.context
  }

  /// The PMU that has an event, and what the event needs there.
  private func pmu(
    of attributes: EventAttributes
  ) throws(Errno) -> (Int, CounterRequirement) {
    let pmus: [SimulatedPMU] = scheduler.machine.pmus
    switch attributes.type {
    case .software:
      guard attributes.config < 12 else { throw .noSuchFile }
      return (scheduler.softwarePMU, .anyCounter)
    case .tracepoint, .breakpoint: return (scheduler.softwarePMU, .anyCounter)
    default: break
    }
    var type: EventType = attributes.type
    if type == .hardware || type == .hardwareCache {
      let extended = UInt32(attributes.config >> 32)
      type = extended == 0 ? .raw : EventType(rawValue: extended)
    }
    for (number, pmu) in pmus.enumerated() where pmu.type == type {
      if let requirement = pmu.requirement(attributes) { return (number, requirement) }
    }
    throw .noSuchFile
  }

  /// What the kernel checks of a group, whatever the PMU.
  private func check(
    _ attributes: EventAttributes, _ pmu: Int, leader: Int, context: Int, cpu: Int32
  ) throws(Errno) {
    let isSoftware: Bool = pmu == scheduler.softwarePMU
    if !isSoftware, attributes.samplePeriod > 0 { throw .notSupported }
    guard leader >= 0 else { return }
    let group: ScheduledGroup = scheduler.groups[scheduler.events[leader].group]
    let flags: EventFlags = attributes.flags
    guard group.members[0] == leader, group.context == context, group.cpu == Int(cpu),
      flags.isDisjoint(with: [.pinned, .exclusive]),
      flags.contains(.inherit) == scheduler.events[leader].attributes.flags.contains(.inherit)
    else { throw .invalidArgument }
    // A group stays on one PMU, but for software events.
    let hardware: [Int] = group.members.map { scheduler.events[$0].pmu }
      .filter { $0 != scheduler.softwarePMU }
    if !isSoftware, hardware.contains(where: { $0 != pmu }) { throw .invalidArgument }
    let size: Int = ReadLayout(
      format: scheduler.events[leader].attributes.readFormat, memberCount: group.members.count + 1
    ).wordCount
    // The kernel's bound on the bytes of a group's reading.
    guard size * 8 < 16 * 1024 else { throw .tooBig }
  }

  /// Whether the driver thinks that a group can ever be on the counters.
  private func validate(
    _ requirement: CounterRequirement, _ attributes: EventAttributes, _ pmu: Int, leader: Int
  ) throws(Errno) {
    guard pmu < scheduler.machine.pmus.count else { return }
    let description: SimulatedPMU = scheduler.machine.pmus[pmu]
    var all: SimulatedPMU = description
    // No driver looks at what others hold.
    all.heldCounters = 0
    var needs: [CounterRequirement] = []
    let members: [Int] = leader < 0 ? [] : scheduler.groups[scheduler.events[leader].group].members
    for member in members where scheduler.events[member].pmu == pmu {
      let event: ScheduledEvent = scheduler.events[member]
      switch description.validation {
      case .none: continue
      case .allMembers: break
      case .leaderAndEnabledMembers:
        guard member == leader || event.state >= .inactive else { continue }
      case .enabledMembers:
        let starts: Bool = event.attributes.flags.contains(.enableOnExec)
        guard event.state >= .inactive || starts else { continue }
      }
      needs.append(event.requirement)
    }
    guard description.validation != .none else { return }
    needs.append(requirement)
    var file = CounterFile(all)
    for (number, need) in needs.enumerated() where file.take(for: number, need) == nil {
      throw .invalidArgument
    }
  }
}
