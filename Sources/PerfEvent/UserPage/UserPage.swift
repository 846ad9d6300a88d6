internal import CPerfEvent

/// The owner of an event's mapped page, from which a thread reads its own count
/// without a system call.
///
/// Only the thread that the event counts may read the page: the page of an
/// attached, inherited or CPU-wide event would give numbers that mean nothing, so
/// it is refused, as is a read by another thread. The corresponding C type is
/// `struct perf_event_mmap_page`.
@safe
public struct UserPage: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  private let kernel: any Kernel
  private let thread: ThreadIdentity

  /// Maps the page of an event.
  ///
  /// - Parameter descriptor: An event that the calling thread opened on itself, on
  ///   whatever CPU it runs, without inheritance.
  /// - Throws: ``PerfEventError/foreignPage`` for any other event, or the reason
  ///   why the page cannot be mapped.
  public init(of descriptor: borrowing EventDescriptor) throws(PerfEventError) {
    let isOwn: Bool =
      descriptor.target.cpu == -1 && descriptor.openingThread == .current
      && (descriptor.target.task == 0 || descriptor.target.task == ThreadIdentity.kernelThreadID)
    guard isOwn && !descriptor.attributes.flags.contains(.inherit) else { throw .foreignPage }
    let mapped = try unsafe descriptor.map(pages: 1, access: .readOnly)
    unsafe memory = unsafe mapped
    kernel = descriptor.kernel
    thread = .current
  }

  deinit {
    unsafe kernel.unmap(memory)
  }

  /// Whether the kernel lets this thread read the counter itself.
  public var allowsCounterAccess: Bool {
    NativeCounterHardware.isPresent && capabilities & CPERF_CAPABILITY_USER_RDPMC != 0
  }

  /// Whether times can be brought up to date without a system call.
  public var allowsTimeAccess: Bool {
    NativeCounterHardware.isPresent && capabilities & CPERF_CAPABILITY_USER_TIME != 0
  }

  /// Reads the event of the calling thread.
  ///
  /// - Returns: The count, or nil if the kernel does not allow it or another thread
  ///   asks; then read the descriptor.
  /// - Complexity: O(1); no system call and no allocation.
  public borrowing func read() -> UserReading? {
    guard NativeCounterHardware.isPresent, thread == .current, let page = unsafe page else {
      return nil
    }
    return unsafe UserPageReader(page: page, hardware: NativeCounterHardware()).read()
  }

  private var page: UnsafePointer<cperf_event_mmap_page>? {
    unsafe UnsafePointer(memory.baseAddress?.assumingMemoryBound(to: cperf_event_mmap_page.self))
  }

  private var capabilities: UInt64 { unsafe page?.pointee.capabilities ?? 0 }
}
