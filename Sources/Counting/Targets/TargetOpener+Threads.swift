internal import EventCatalog
internal import PerfEvent

extension TargetOpener {
  /// Opens the events on every thread of a process.
  ///
  /// Threads that start later are inherited from those that started them. A thread
  /// that starts while others are being opened may or may not be inherited: only
  /// if the list is the same afterwards is none missed or counted twice.
  func openThreads(of process: Int32) throws(CountingError) -> Result {
    try checkTasksAreAllowed()
    for _ in 0..<16 {
      let threads: [Int32] = try self.threads(of: process)
      var result = Result(events: events)
      var openedThreads: Int = 0
      for thread in threads {
        do {
          try open(EventTarget(task: thread), .inherit, into: &result)
          openedThreads += 1
        } catch {
          guard case .event(_, .noSuchTask) = error else { throw error }
        }
      }
      guard openedThreads > 0 else { throw missing(process) }
      let isComplete: Bool = Set(try self.threads(of: process)).isSubset(of: threads)
      if isComplete { return result }
    }
    throw .threadsKeepChanging(process: process)
  }

  private func threads(of process: Int32) throws(CountingError) -> [Int32] {
    do {
      return try kernel.listDirectory("/proc/\(process)/task").compactMap { Int32($0) }
    } catch {
      throw missing(process)
    }
  }

  private func missing(_ process: Int32) -> CountingError {
    .event(events.first?.name ?? "", .noSuchTask(process))
  }
}
