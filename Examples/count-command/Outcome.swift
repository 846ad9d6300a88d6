import Counting
import PerfEvent

/// What one run showed.
struct Run {
  var counts: Counts = Counts([])
  var wallTime: Duration = .zero
  var status: CommandStatus = .exited(0)
  /// The signal with which the user ended the run early.
  var interruption: Int32?
  /// Why the command could not be executed.
  var failure: CommandFailure?
}

/// A command that could not be executed.
struct CommandFailure: Error, CustomStringConvertible {
  let command: String
  let error: PerfEventError

  /// The status with which shells report it.
  var exitStatus: Int32 {
    error == .systemCall("execvp", .noSuchFile) ? 127 : 126
  }

  var description: String {
    "\(CountingError.command(command, error))"
  }
}

/// What all runs showed.
struct Outcome {
  /// The runs that count: an interrupted one only if there is no other.
  private(set) var runs: [Run] = []
  private(set) var failure: CommandFailure?
  private(set) var exitStatus: Int32 = 0
  private(set) var isInterrupted: Bool = false

  /// Adds a run, behind which others were to come unless it is the last.
  mutating func add(_ run: Run, isLast: Bool) {
    if let failure = run.failure {
      self.failure = failure
      exitStatus = failure.exitStatus
      return
    }
    if run.status.shellStatus != 0 { exitStatus = run.status.shellStatus }
    if let signal = run.interruption {
      isInterrupted = true
      // A command that ended well in spite of the signal did what it was to do.
      if !isLast || run.status.shellStatus != 0 { exitStatus = 128 + signal }
      if !runs.isEmpty { return }
    }
    runs.append(run)
  }
}
