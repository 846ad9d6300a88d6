internal import Glibc
internal import PerfEvent
internal import Synchronization

/// A task executor with one thread of its own, on which nothing else runs.
final class ThreadExecutor: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isStopping: Bool = false
    var thread: ThreadIdentity?
  }

  private let state: Mutex<State> = Mutex(State())
  private let wakeUps: WakeUps

  /// Starts the thread.
  init() throws(CountingError) {
    wakeUps = WakeUps()
    var thread: pthread_t = pthread_t()
    // The thread keeps the executor alive until it has run its last job.
    let reference = unsafe Unmanaged.passRetained(self)
    let result: Int32 = unsafe pthread_create(&thread, nil, runThread, reference.toOpaque())
    guard result == 0 else {
      unsafe reference.release()
      throw .event("task", .systemCall("pthread_create", Errno(rawValue: result)))
    }
    pthread_detach(thread)
  }

  /// Whether the caller runs on the executor's thread.
  var isCurrentThread: Bool {
    state.withLock { $0.thread } == ThreadIdentity.current
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    state.withLock { $0.jobs.append(unowned) }
    wakeUps.signal()
  }

  /// Ends the thread when all jobs have run.
  func stop() {
    state.withLock { $0.isStopping = true }
    wakeUps.signal()
  }

  /// Runs jobs in the order of their arrival.
  fileprivate func run() {
    state.withLock { $0.thread = ThreadIdentity.current }
    while true {
      wakeUps.wait()
      let jobs: [UnownedJob] = state.withLock { state in
        defer { state.jobs = [] }
        return state.jobs
      }
      for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
      if state.withLock({ $0.isStopping && $0.jobs.isEmpty }) { return }
    }
  }
}

private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context = unsafe context else { return nil }
  unsafe Unmanaged<ThreadExecutor>.fromOpaque(context).takeRetainedValue().run()
  return nil
}

/// A count of wake-ups that a thread has not yet taken.
@safe
private final class WakeUps: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t> = .allocate(capacity: 1)

  init() {
    unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func signal() {
    unsafe sem_post(semaphore)
  }

  func wait() {
    while unsafe sem_wait(semaphore) != 0 {}
  }
}
