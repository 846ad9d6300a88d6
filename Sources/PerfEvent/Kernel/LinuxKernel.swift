internal import CPerfEvent

/// The kernel that runs this program.
@frozen
public struct LinuxKernel: Kernel {
  /// Creates the kernel that runs this program.
  public init() {}

  /// Opens an event.
  ///
  /// Attributes of a file that set a field which this package does not know are
  /// refused as too big, as the kernel does with fields that it does not know. The
  /// corresponding C function is `perf_event_open`.
  public func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32 {
    guard !attributes.setsUnknownFields else { throw .tooBig }
    var structure: cperf_event_attr = attributes.kernelStructure
    return try retrying {
      unsafe cperf_open(&structure, target.task, target.cpu, group, flags.rawValue)
    }
  }

  /// Controls an event by a number.
  ///
  /// The corresponding C function is `ioctl`.
  public func control(
    _ descriptor: Int32, _ request: ControlRequest, argument: UInt64
  ) throws(Errno) {
    _ = try retrying { cperf_ioctl(descriptor, request.rawValue, argument) }
  }

  /// Controls an event by a value in memory.
  ///
  /// The corresponding C function is `ioctl`.
  public func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) {
    _ = try retrying {
      unsafe cperf_ioctl_pointer(descriptor, request.rawValue, memory.baseAddress)
    }
  }

  /// Enables or disables every event that the calling thread created.
  ///
  /// The corresponding C function is `prctl`.
  public func controlEventsOfThread(_ activity: EventActivity) throws(Errno) {
    let option: Int32 =
      activity == .enabled ? CPERF_PR_TASK_EVENTS_ENABLE : CPERF_PR_TASK_EVENTS_DISABLE
    _ = try retrying { cperf_prctl(option) }
  }

  /// Reads the counts of an event.
  ///
  /// The corresponding C function is `read`.
  @inline(__always)
  public func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    while true {
      let result: Int64 = unsafe cperf_read(descriptor, buffer.baseAddress, buffer.count)
      if result >= 0 { return Int(result) }
      let error = Errno(rawValue: Int32(truncatingIfNeeded: -result))
      guard error == .interrupted else { throw error }
    }
  }

  /// Maps the page, and the ring buffer behind it, of an event, or its AUX buffer.
  ///
  /// The corresponding C function is `mmap`.
  public func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer {
    var error: Int32 = 0
    let start = unsafe cperf_map(
      descriptor, Int64(offset), length, access == .readWrite ? 1 : 0, &error)
    guard let start = unsafe start else { throw Errno(rawValue: error) }
    return unsafe UnsafeMutableRawBufferPointer(start: start, count: length)
  }

  /// Gives mapped memory back.
  ///
  /// The corresponding C function is `munmap`.
  public func unmap(_ memory: UnsafeMutableRawBufferPointer) {
    _ = unsafe cperf_unmap(memory.baseAddress, memory.count)
  }

  /// Waits until one of several events has something to tell.
  ///
  /// The corresponding C function is `poll`.
  public func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness] {
    var entries: [cperf_poll_entry] = descriptors.map {
      cperf_poll_entry(fd: $0, events: CPERF_POLL_IN, returned: 0)
    }
    let limit: Int32 = milliseconds.map { Int32(clamping: $0) } ?? -1
    let result: Int32 = unsafe cperf_poll(&entries, entries.count, limit)
    guard result >= 0 else { throw Errno(rawValue: -result) }
    return entries.map { EventReadiness(rawValue: $0.returned) }
  }

  /// Closes an event.
  ///
  /// The corresponding C function is `close`.
  public func close(_ descriptor: Int32) {
    _ = cperf_close(descriptor)
  }

  /// The size in bytes of the attributes that the kernel knows.
  ///
  /// A structure with a byte set behind everything known is refused, and the
  /// kernel writes its own size into it.
  public var attributeSize: UInt32? {
    unsafe withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { memory in
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
      unsafe memory.storeBytes(of: 4096, toByteOffset: 4, as: UInt32.self)
      unsafe memory.storeBytes(of: 1, toByteOffset: 4095, as: UInt8.self)
      guard let start = memory.baseAddress else { return nil }
      let attributes = unsafe start.bindMemory(to: cperf_event_attr.self, capacity: 1)
      let result: Int32 = unsafe cperf_open(attributes, 0, -1, -1, CPERF_OPEN_FLAG_FD_CLOEXEC)
      guard result == -Errno.tooBig.rawValue else {
        if result >= 0 { _ = cperf_close(result) }
        return nil
      }
      return unsafe memory.load(fromByteOffset: 4, as: UInt32.self)
    }
  }

  /// The limits on open descriptors of this process.
  ///
  /// The corresponding C function is `getrlimit`.
  public var descriptorLimit: DescriptorLimit? {
    var limit = DescriptorLimit(soft: 0, hard: 0)
    guard unsafe cperf_descriptor_limit(&limit.soft, &limit.hard) == 0 else { return nil }
    return limit
  }
}

/// Repeats a system call while signals interrupt it.
func retrying(_ call: () -> Int32) throws(Errno) -> Int32 {
  while true {
    let result: Int32 = call()
    if result >= 0 { return result }
    let error = Errno(rawValue: -result)
    guard error == .interrupted else { throw error }
  }
}
