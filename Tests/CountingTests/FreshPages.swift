import CTestSupport
import Glibc

/// Memory whose pages have not been touched yet: the first touch of each is one
/// page fault, neither more nor less.
final class FreshPages {
  private let memory: UnsafeMutableRawPointer
  private let count: Int
  private var next: Int = 0

  init(_ count: Int) {
    self.count = count
    memory = mmap(
      nil, count * Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    // Huge pages would be faulted in many at a time.
    madvise(memory, count * Self.size, MADV_NOHUGEPAGE)
  }

  deinit {
    munmap(memory, count * Self.size)
  }

  /// Touches so many pages for the first time.
  func touch(_ pages: Int) {
    precondition(next + pages <= count)
    for page in next..<next + pages {
      memory.storeBytes(of: 1, toByteOffset: page * Self.size, as: UInt8.self)
    }
    next += pages
  }

  static let size: Int = sysconf(Int32(_SC_PAGESIZE))
}

/// Keeps the calling thread on one CPU.
func pin(to cpu: Int) {
  precondition(ctest_pin(Int32(cpu)) == 0)
}

/// The CPUs on which the calling thread may run.
func allowedCPUs() -> [Int] {
  (0..<1024).filter { ctest_is_allowed(Int32($0)) != 0 }
}

/// Runs a closure on a thread of its own and waits for it.
func onOwnThread(_ body: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body))
  pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }, box.toOpaque())
  pthread_join(thread, nil)
}
