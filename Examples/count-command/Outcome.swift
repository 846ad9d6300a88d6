import Counting
import PerfEvent

/// What one run showed.
struct Run {
  var counts: Counts = Counts([])
  var wallTime: Duration = .zero
  var status: ExitStatus = .exited(0)
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
  private(set) var runs: [Run] = []
  private(set) var failure: CommandFailure?
  private(set) var exitStatus: Int32 = 0

  mutating func add(_ run: Run) {
    if let failure = run.failure {
      self.failure = failure
      exitStatus = failure.exitStatus
      return
    }
    runs.append(run)
    if run.status.shellStatus != 0 { exitStatus = run.status.shellStatus }
    if let signal = run.interruption { exitStatus = 128 + signal }
  }
}
