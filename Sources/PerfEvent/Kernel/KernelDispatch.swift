/// A kernel, and whether it is the real one, whose reads need no witness table.
@usableFromInline
struct KernelDispatch: Sendable {
  @usableFromInline let kernel: any Kernel
  @usableFromInline let isLinux: Bool

  init(_ kernel: any Kernel) {
    self.kernel = kernel
    isLinux = kernel is LinuxKernel
  }
}
