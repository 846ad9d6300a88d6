/// A kernel whose calls need no witness table when it is the real one.
///
/// Reads of counters are the hot path of every program that measures.
enum KernelDispatch: Sendable {
  case linux(LinuxKernel)
  case other(any Kernel)

  init(_ kernel: any Kernel) {
    if let linux = kernel as? LinuxKernel {
      self = .linux(linux)
    } else {
      self = .other(kernel)
    }
  }

  var kernel: any Kernel {
    switch self {
    case .linux(let kernel): kernel
    case .other(let kernel): kernel
    }
  }

  @inline(__always)
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    switch self {
    case .linux(let kernel): try unsafe kernel.read(descriptor, into: buffer)
    case .other(let kernel): try unsafe kernel.read(descriptor, into: buffer)
    }
  }
}
