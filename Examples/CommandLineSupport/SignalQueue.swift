internal import Glibc

/// The signals that ask a program to end, and that of a child that ended, taken
/// one by one instead of interrupting the program.
@safe
public struct SignalQueue: Sendable {
  /// What ended a wait.
  public enum Arrival: Equatable, Sendable {
    /// A signal asks the program to end.
    case interruption(Int32)
    /// A child process ended.
    case childEnded
    /// Nothing came in time.
    case timeout
  }

  private let set: sigset_t

  /// Holds the signals back from now on, in this thread and those made later.
  public init() {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD] { unsafe sigaddset(&set, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    // Only the end of a child counts, not that it was stopped.
    var action = sigaction()
    action.sa_flags = SA_NOCLDSTOP
    unsafe sigaction(SIGCHLD, &action, nil)
    self.set = set
  }

  /// Waits for the next signal; without a time limit if none is given.
  public func next(milliseconds: Int? = nil) -> Arrival {
    var set: sigset_t = self.set
    while true {
      var signal: Int32 = -1
      if let milliseconds {
        var limit = timespec(
          tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        signal = unsafe sigtimedwait(&set, nil, &limit)
        let number = errno
        if signal < 0 && number == EAGAIN { return .timeout }
      } else {
        signal = unsafe sigwaitinfo(&set, nil)
      }
      if signal == SIGCHLD { return .childEnded }
      if signal > 0 { return .interruption(signal) }
    }
  }

  /// The signal that no process can ignore.
  public var killing: Int32 { SIGKILL }

  /// Passes a signal on to another process.
  public func pass(_ signal: Int32, to process: Int32) {
    kill(process, signal)
  }
}
