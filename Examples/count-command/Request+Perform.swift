import CommandLineSupport
import Counting
import EventCatalog
import PerfEvent

extension Request {
  /// Counts until the command, the process or the user ends it.
  func perform() throws -> Outcome {
    let groups: [EventGroup] = try eventGroups()
    let signals = SignalQueue()
    var outcome = Outcome()
    guard hasCommand else {
      outcome.add(try watch(groups, signals), isLast: true)
      return outcome
    }
    for run in 1...runs {
      if runs > 1 && standardErrorIsTerminal() {
        printToStandardError("\rrun \(run) of \(runs)\(run == runs ? "\r\u{1b}[K" : "")")
      }
      let result: Run = try runCommand(groups, signals)
      outcome.add(result, isLast: run == runs)
      if result.interruption != nil || result.failure != nil { break }
    }
    return outcome
  }

  /// Runs the command once.
  private func runCommand(_ groups: [EventGroup], _ signals: SignalQueue) throws -> Run {
    var child: WaitingCommand
    do {
      child = try WaitingCommand(command)
    } catch {
      throw CountingError.command(command[0], error)
    }
    let session: CountingSession
    if let target {
      session = try CountingSession(groups, target: target, unsupported: unsupported)
    } else {
      session = try CountingSession(groups, command: child, unsupported: unsupported)
    }
    let clock = ContinuousClock()
    var run = Run()
    let start: ContinuousClock.Instant = clock.now
    if target != nil { try session.enable() }
    do {
      try child.start()
    } catch {
      run.failure = CommandFailure(command: command[0], error: error)
      return run
    }
    var interruptions: Int = 0
    waiting: while true {
      switch signals.next() {
      case .interruption(let signal):
        run.interruption = signal
        interruptions += 1
        // Who asks a third time is not to be ignored.
        signals.pass(interruptions < 3 ? signal : signals.killing, to: child.processID)
      case .childEnded: break waiting
      case .timeout: continue
      }
    }
    run.status = try child.wait()
    if target != nil { try session.disable() }
    run.wallTime = clock.now - start
    run.counts = try session.counts()
    return run
  }

  /// Counts a target without a command until it ends or the user ends it.
  private func watch(_ groups: [EventGroup], _ signals: SignalQueue) throws -> Run {
    guard let target else { return Run() }
    let session = try CountingSession(groups, target: target, unsupported: unsupported)
    let clock = ContinuousClock()
    let start: ContinuousClock.Instant = clock.now
    try session.enable()
    watching: while true {
      switch signals.next(milliseconds: 50) {
      case .interruption: break watching
      case .childEnded: continue
      case .timeout: if !target.isAlive() { break watching }
      }
    }
    try session.disable()
    var run = Run()
    run.wallTime = clock.now - start
    run.counts = try session.counts()
    return run
  }
}
