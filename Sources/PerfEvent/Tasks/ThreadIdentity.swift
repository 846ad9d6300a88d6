internal import CPerfEvent

/// A number that only one thread of this process ever has.
///
/// Unlike the kernel's thread numbers, it is not used again after the thread ended.
public struct ThreadIdentity: Hashable, Sendable {
  private let token: UInt64

  /// The identity of the calling thread.
  ///
  /// - Complexity: O(1), a load of thread-local storage; no system call.
  public static var current: ThreadIdentity {
    ThreadIdentity(token: cperf_thread_token())
  }

  /// The kernel's number of the calling thread.
  ///
  /// The corresponding C function is `gettid`.
  public static var kernelThreadID: Int32 { cperf_thread_id() }
}
