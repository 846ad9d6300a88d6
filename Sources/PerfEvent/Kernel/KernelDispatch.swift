/// A kernel whose calls need no witness table when it is the real one.
///
/// Reads of counters are the hot path of every program that measures. The flag
/// stands beside the kernel because looking into an enum's payload copies it.
struct KernelDispatch: Sendable {
  let kernel: any Kernel
  private let isLinux: Bool

  init(_ kernel: any Kernel) {
    self.kernel = kernel
    isLinux = kernel is LinuxKernel
  }

  @inline(__always)
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    if isLinux { return try unsafe LinuxKernel().read(descriptor, into: buffer) }
    return try unsafe kernel.read(descriptor, into: buffer)
  }
}
