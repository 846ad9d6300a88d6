internal import CPerfEvent

/// The protocol by which user space reads a counter, as documented in the kernel's
/// header beside `struct perf_event_mmap_page`.
@safe
struct UserPageReader<Hardware: CounterHardware> {
  let page: UnsafePointer<cperf_event_mmap_page>
  let hardware: Hardware

  init(page: UnsafePointer<cperf_event_mmap_page>, hardware: Hardware) {
    unsafe self.page = unsafe page
    self.hardware = hardware
  }

  /// Reads until the kernel changed nothing meanwhile.
  ///
  /// - Returns: The count, or nil if the kernel does not allow it now, or if the
  ///   page never comes to rest, which no kernel lets happen.
  func read() -> UserReading? {
    for _ in 0..<Self.mostAttempts {
      let sequence: UInt32 = loadSequence()
      // An odd sequence means that the kernel is writing.
      guard sequence & 1 == 0 else { continue }
      let reading: UserReading? = readOnce()
      cperf_fence_acquire()
      if loadSequence() == sequence { return reading }
    }
    return nil
  }

  private static var mostAttempts: Int { 1 << 16 }

  @inline(__always)
  private func loadSequence() -> UInt32 {
    let address = unsafe UnsafeRawPointer(page) + 8
    return unsafe cperf_load_sequence(address.assumingMemoryBound(to: UInt32.self))
  }

  @inline(__always)
  private func readOnce() -> UserReading? {
    // The administrator may take the permission back at any time.
    let capabilities: UInt64 = unsafe page.pointee.capabilities
    guard capabilities & CPERF_CAPABILITY_USER_RDPMC != 0 else { return nil }
    let index: UInt32 = unsafe page.pointee.index
    let width: UInt16 = unsafe page.pointee.pmc_width
    var value: Int64 = unsafe page.pointee.offset
    if index != 0 {
      value &+= Self.signExtended(hardware.counter(index - 1), width: width)
    }
    let elapsed: UInt64 = elapsedTime(capabilities)
    return UserReading(
      value: UInt64(bitPattern: value),
      timeEnabled: unsafe page.pointee.time_enabled &+ elapsed,
      timeRunning: unsafe page.pointee.time_running &+ (index != 0 ? elapsed : 0),
      isOnCounter: index != 0)
  }

  /// Counters are narrower than 64 bits, and the kernel starts them at negative
  /// values so that they overflow in time.
  @inline(__always)
  static func signExtended(_ counter: UInt64, width: UInt16) -> Int64 {
    guard width > 0 && width < 64 else { return Int64(bitPattern: counter) }
    let shift: Int64 = 64 - Int64(width)
    return (Int64(bitPattern: counter) &<< shift) &>> shift
  }

  /// The nanoseconds since the kernel last brought the page's times up to date.
  @inline(__always)
  private func elapsedTime(_ capabilities: UInt64) -> UInt64 {
    guard capabilities & CPERF_CAPABILITY_USER_TIME != 0 else { return 0 }
    var cycles: UInt64 = hardware.clock()
    if capabilities & CPERF_CAPABILITY_USER_TIME_SHORT != 0 {
      let base: UInt64 = unsafe page.pointee.time_cycles
      cycles = unsafe base &+ ((cycles &- base) & page.pointee.time_mask)
    }
    let shift = UInt64(unsafe page.pointee.time_shift)
    let multiplier = UInt64(unsafe page.pointee.time_mult)
    let quotient: UInt64 = cycles >> shift
    let remainder: UInt64 = cycles & ((1 << shift) &- 1)
    let offset: UInt64 = unsafe page.pointee.time_offset
    return offset &+ quotient &* multiplier &+ ((remainder &* multiplier) >> shift)
  }
}
