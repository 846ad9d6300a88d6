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

  /// Opens an event, or says why the kernel refuses it.
  ///
  /// The corresponding C function is `perf_event_open`.
  ///
  /// - Parameters:
  ///   - attributes: The event.
  ///   - target: The task and the CPU to watch.
  ///   - leader: The descriptor of the group's leader, or nil to lead a group.
  ///   - flags: Options of the call; the descriptor never survives an exec.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``PerfEventError`` with the cause. To find it, the kernel may be
  ///   asked again with fewer attributes.
  public init(
    opening attributes: EventAttributes,
    target: EventTarget = .callingThread,
    leader: Int32? = nil,
    flags: OpenFlags = [],
    kernel: any Kernel = LinuxKernel()
  ) throws(PerfEventError) {
    let allFlags: OpenFlags = flags.union(.closeOnExec)
    do {
      fileDescriptor = try kernel.open(
        attributes, target: target, group: leader ?? -1, flags: allFlags)
    } catch {
      throw OpenDiagnosis(
        attributes: attributes, target: target, group: leader ?? -1, flags: allFlags,
        kernel: kernel
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
