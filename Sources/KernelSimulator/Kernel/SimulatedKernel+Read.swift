public import PerfEvent
internal import Synchronization

extension SimulatedKernel {
  /// Reads the counts of an event.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - buffer: Where the counts go.
  /// - Returns: The number of bytes read; 0 if a pinned event could not be placed.
  /// - Throws: ``/PerfEvent/Errno/noSpace`` if the buffer is too small, and other errors of read(2).
  public func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    var words: [UInt64] = []
    try state.withLock { (state) throws(Errno) in
      try state.begin(.read)
      guard let event = state.descriptors.event(of: descriptor) else { throw .badDescriptor }
      guard state.scheduler.events[event].state != .error else { return }
      state.read(event, into: &words)
    }
    guard words.count * 8 <= buffer.count else { throw .noSpace }
    unsafe words.withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
    return words.count * 8
  }
}

extension SimulatedKernel.State {
  /// Appends what a read of an event returns, in the order of the kernel.
  fileprivate mutating func read(_ event: Int, into words: inout [UInt64]) {
    let format: ReadFormat = scheduler.events[event].attributes.readFormat
    let isGroup: Bool = format.contains(.group)
    let members: [Int]
    if isGroup {
      members = scheduler.groups[scheduler.events[event].group].members
      words.append(UInt64(members.count))
    } else {
      members = [event]
    }
    let totals: ScheduledEvent.Totals = scheduler.totals(of: event)
    if !isGroup { words.append(totals.value) }
    if format.contains(.timeEnabled) { words.append(totals.timeEnabled) }
    if format.contains(.timeRunning) { words.append(totals.timeRunning) }
    for member in members {
      if isGroup { words.append(scheduler.totals(of: member).value) }
      if format.contains(.id) { words.append(scheduler.events[member].id) }
      if format.contains(.lost) { words.append(0) }
    }
  }
}
