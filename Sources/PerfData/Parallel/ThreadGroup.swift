internal import Glibc

/// A lock with which threads wait for each other's changes.
@safe
final class Monitor: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
  private let condition: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func lock() { unsafe pthread_mutex_lock(mutex) }

  func unlock() { unsafe pthread_mutex_unlock(mutex) }

  /// Waits for a change by another thread; the lock is held before and afterwards.
  func wait() { unsafe pthread_cond_wait(condition, mutex) }

  /// Tells the waiting threads of a change.
  func announce() { unsafe pthread_cond_broadcast(condition) }
}

/// Threads that do the same work until there is none left.
struct ThreadGroup: ~Copyable {
  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private var threads: [pthread_t] = []

  /// Starts threads; fewer when the system allows no more.
  init(count: Int, _ body: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      var thread = pthread_t()
      let job = unsafe Unmanaged.passRetained(Job(body))
      let failure = unsafe pthread_create(
        &thread, nil,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, job.toOpaque())
      if failure != 0 {
        unsafe job.release()
        return
      }
      threads.append(thread)
    }
  }

  /// Waits until all threads have ended.
  consuming func join() {
    for thread in threads { _ = pthread_join(thread, nil) }
  }

  /// The number of processors of the machine that are in use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
