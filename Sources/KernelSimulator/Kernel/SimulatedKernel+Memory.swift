public import PerfEvent
internal import Synchronization

extension SimulatedKernel {
  /// Maps the page of an event, and the ring buffer behind it, which stays empty.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - offset: 0; there are no AUX buffers.
  ///   - length: One page, or one plus a power of two pages.
  ///   - access: Whether the reader's position is written back.
  /// - Returns: The memory, to be given back by ``unmap(_:)``.
  /// - Throws: The error that mmap(2) would give.
  public func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer {
    let pages: SimulatedPages = try state.withLock { (state) throws(Errno) in
      try state.begin(.map)
      guard let event = state.descriptors.event(of: descriptor) else { throw .badDescriptor }
      let attributes: EventAttributes = state.scheduler.events[event].attributes
      let group: ScheduledGroup = state.scheduler.groups[state.scheduler.events[event].group]
      let (count, rest) = length.quotientAndRemainder(dividingBy: 4096)
      let data: Int = count - 1
      guard offset == 0, rest == 0, count >= 1, count <= 1 << 20, data & (data - 1) == 0,
        !(attributes.flags.contains(.inherit) && group.cpu < 0)
      else { throw .invalidArgument }
      let pages = SimulatedPages(of: event, length: length)
      let address: UInt = unsafe UInt(bitPattern: pages.bytes.baseAddress)
      state.pages[address] = pages
      return pages
    }
    return unsafe pages.bytes
  }

  /// Gives mapped memory back.
  ///
  /// - Parameter memory: What ``map(_:offset:length:access:)`` returned.
  public func unmap(_ memory: UnsafeMutableRawBufferPointer) {
    let address = UInt(bitPattern: memory.baseAddress)
    state.withLock { _ = $0.pages.removeValue(forKey: address) }
  }

  /// Tells which events have ended with their tasks; there are no samples.
  ///
  /// - Parameters:
  ///   - descriptors: The events.
  ///   - milliseconds: Time that passes on the machine if no event has ended.
  /// - Returns: What each event tells, in the order of the descriptors.
  /// - Throws: The error that poll(2) would give.
  public func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness] {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.wait)
      let all: [EventReadiness] = descriptors.map { descriptor in
        guard let event = state.descriptors.event(of: descriptor) else { return .invalid }
        return state.scheduler.events[event].state == .dead ? .ended : []
      }
      if all.allSatisfy(\.isEmpty), let milliseconds {
        state.scheduler.advance(by: UInt64(milliseconds) * 1_000_000)
      }
      return all
    }
  }
}
