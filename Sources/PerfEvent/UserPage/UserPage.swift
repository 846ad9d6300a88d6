internal import CPerfEvent

/// The owner of an event's mapped page, from which a thread reads its own count
/// without a system call.
///
/// Only the thread that the event counts may read the page: an attached,
/// inherited or CPU-wide event gives numbers that mean nothing. The corresponding
/// C type is `struct perf_event_mmap_page`.
@safe
public struct UserPage: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  private let kernel: any Kernel

  /// Maps the page of an event.
  ///
  /// - Parameter descriptor: An event of the calling thread, not inherited.
  /// - Throws: ``PerfEventError``; ``PerfEventError/invalidAttribute(_:)`` for an
  ///   inherited event.
  public init(of descriptor: borrowing EventDescriptor) throws(PerfEventError) {
    guard !descriptor.attributes.flags.contains(.inherit) else {
      throw .invalidAttribute("inherit")
    }
    let mapped = try unsafe descriptor.map(pages: 1, access: .readOnly)
    unsafe memory = unsafe mapped
    kernel = descriptor.kernel
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
  /// - Returns: The count, or nil if the kernel does not allow it; then read the
  ///   descriptor.
  public borrowing func read() -> UserReading? {
    guard allowsCounterAccess, let page = unsafe page else { return nil }
    return unsafe UserPageReader(page: page, hardware: NativeCounterHardware()).read()
  }

  private var page: UnsafePointer<cperf_event_mmap_page>? {
    unsafe UnsafePointer(memory.baseAddress?.assumingMemoryBound(to: cperf_event_mmap_page.self))
  }

  private var capabilities: UInt64 { unsafe page?.pointee.capabilities ?? 0 }
}
