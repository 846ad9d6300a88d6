/// The owner of an open event.
///
/// The event is closed when the owner goes out of scope. Events that were opened
/// by one thread may be read and closed by another.
public struct EventDescriptor: ~Copyable, Sendable {
  /// The number of the descriptor.
  public let fileDescriptor: Int32
  /// The attributes with which the event was opened.
  public let attributes: EventAttributes
  /// The task and the CPU that the event watches.
  public let target: EventTarget

  @usableFromInline let dispatch: KernelDispatch
  /// The thread that the target's task 0 means.
  let openingThread: ThreadIdentity

  /// The kernel that the event belongs to.
  public var kernel: any Kernel { dispatch.kernel }

  /// Opens an event that leads a group, if only of itself.
  ///
  /// The corresponding C function is `perf_event_open`.
  ///
  /// - Parameters:
  ///   - attributes: The event.
  ///   - target: The task and the CPU to watch.
  ///   - flags: Options of the call; the descriptor never survives an exec.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``PerfEventError`` with the cause. To find it, the kernel may be
  ///   asked again with fewer attributes.
  public init(
    opening attributes: EventAttributes,
    target: EventTarget = .callingThread,
    flags: OpenFlags = [],
    kernel: any Kernel = LinuxKernel()
  ) throws(PerfEventError) {
    try self.init(opening: attributes, target: target, group: -1, flags: flags, kernel: kernel)
  }

  /// Opens an event that joins the group of another one, in the same kernel.
  ///
  /// The corresponding C function is `perf_event_open` with a `group_fd`.
  ///
  /// - Parameters:
  ///   - attributes: The event.
  ///   - target: The task and the CPU to watch, the same as the leader's.
  ///   - leader: The event that leads the group.
  ///   - flags: Options of the call; the descriptor never survives an exec.
  /// - Throws: ``PerfEventError`` with the cause. To find it, the kernel may be
  ///   asked again with fewer attributes.
  public init(
    opening attributes: EventAttributes,
    target: EventTarget = .callingThread,
    joining leader: borrowing EventDescriptor,
    flags: OpenFlags = []
  ) throws(PerfEventError) {
    try self.init(
      opening: attributes, target: target, group: leader.fileDescriptor, flags: flags,
      kernel: leader.kernel)
  }

  /// Opens an event, or says why the kernel refuses it.
  init(
    opening attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags,
    kernel: any Kernel
  ) throws(PerfEventError) {
    let allFlags: OpenFlags = flags.union(.closeOnExec)
    do {
      fileDescriptor = try kernel.open(
        attributes, target: target, group: group, flags: allFlags)
    } catch {
      throw OpenDiagnosis(
        attributes: attributes, target: target, group: group, flags: allFlags, kernel: kernel
      ).cause(of: error)
    }
    self.attributes = attributes
    self.target = target
    dispatch = KernelDispatch(kernel)
    openingThread = .current
  }

  deinit {
    dispatch.kernel.close(fileDescriptor)
  }
}
