public import PerfEvent
internal import Synchronization

extension SimulatedKernel {
  /// Controls an event by a number.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - request: What to do. Counting is switched and reset; requests about samples,
  ///     filters and programs are accepted for events that have them, and do nothing.
  ///   - argument: 1 means the whole group.
  /// - Throws: The error that ioctl(2) would give.
  public func control(
    _ descriptor: Int32, _ request: ControlRequest, argument: UInt64
  ) throws(Errno) {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.control)
      guard let event = state.descriptors.event(of: descriptor) else { throw .badDescriptor }
      switch request {
      case .enable: state.apply(to: event, argument) { $0.enable($1) }
      case .disable: state.apply(to: event, argument) { $0.disable($1) }
      case .reset: state.apply(to: event, argument) { $0.reset($1) }
      case .setOutput, .pauseOutput: break
      default: throw .invalidArgument
      }
    }
  }

  /// Controls an event by a value in memory.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - request: What to do; only ``/PerfEvent/ControlRequest/id`` and filters are known.
  ///   - memory: What the request reads or fills.
  /// - Throws: The error that ioctl(2) would give.
  public func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.control)
      guard let event = state.descriptors.event(of: descriptor) else { throw .badDescriptor }
      switch request {
      case .id:
        guard memory.count >= 8 else { throw .badAddress }
        unsafe memory.storeBytes(of: state.scheduler.events[event].id, as: UInt64.self)
      case .setFilter:
        guard state.scheduler.events[event].attributes.type == .tracepoint else {
          throw .invalidArgument
        }
      default: throw .invalidArgument
      }
    }
  }

  /// Enables or disables every event that the calling task created.
  ///
  /// - Parameter activity: What to do with the events.
  /// - Throws: The error that prctl(2) would give.
  public func controlEventsOfThread(_ activity: EventActivity) throws(Errno) {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.controlThread)
      for descriptor in state.descriptors.all {
        guard let event = state.descriptors.event(of: descriptor),
          state.scheduler.events[event].opener == state.caller
        else { continue }
        state.apply(to: event, 0) {
          activity == .enabled ? $0.enable($1) : $0.disable($1)
        }
      }
    }
  }
}

extension SimulatedKernel.State {
  /// Does something to an event, its group if so asked, and what tasks inherited.
  fileprivate mutating func apply(
    to event: Int, _ argument: UInt64, _ action: (inout Scheduler, Int) -> Void
  ) {
    let members: [Int] =
      argument & 1 == 0 ? [event] : scheduler.groups[scheduler.events[event].group].members
    for member in members {
      action(&scheduler, member)
      for heir in scheduler.events[member].heirs { action(&scheduler, heir) }
    }
  }
}
