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
    do {
      try open(event)
    } catch {
      throw .event(event.name, error)
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
      userSide.name += ":u"
      try open(userSide, excluding: [.excludeKernel, .excludeHypervisor])
    }
  }

  private mutating func open(
    _ event: Event, excluding excluded: EventFlags
  ) throws(PerfEventError) {
    var attributes: EventAttributes = event.attributes
    attributes.flags.formUnion(excluded)
    attributes.readFormat = format
    // A period in the event's name is for those who sample.
    attributes.samplePeriod = 0
    attributes.flags.remove(.frequency)
    if options.contains(.inherit) { attributes.flags.insert(.inherit) }
    if descriptors.isEmpty {
      attributes.flags.insert(.disabled)
      if options.contains(.enableOnExec) { attributes.flags.insert(.enableOnExec) }
      if options.contains(.pinned) { attributes.flags.insert(.pinned) }
    } else {
      // A sibling stands still with its leader. Opened disabled, it would also
      // escape the kernel's check whether the group fits.
      attributes.flags.remove([.disabled, .pinned])
    }
    let descriptor: EventDescriptor
    do {
      descriptor = try EventDescriptor(
        opening: attributes, target: target,
        leader: descriptors.first?.descriptor.fileDescriptor, kernel: kernel)
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
