import Foundation
import TestSupport
import Testing

@testable import PerfEvent

@Suite(.serialized, .timeLimit(.minutes(1))) struct WaitingCommandTests {
  private func status(_ arguments: [String], environment: [String]? = nil) throws
    -> CommandStatus
  {
    var command = try WaitingCommand(arguments, environment: environment)
    try command.start()
    return try command.wait()
  }

  @Test(arguments: [Int32(0), 1, 42, 255])
  func `the exit status comes back`(status: Int32) throws {
    let ended: CommandStatus = try self.status(["sh", "-c", "exit \(status)"])
    #expect(ended == .exited(status))
    #expect(ended.shellStatus == status)
  }

  @Test func `a signal is told apart from a status`() throws {
    let ended: CommandStatus = try status(["sh", "-c", "kill -TERM $$"])
    #expect(ended == .signaled(SIGTERM))
    #expect(ended.shellStatus == 128 + SIGTERM)
  }

  @Test func `the environment is what was given`() throws {
    #expect(
      try status(
        ["/bin/sh", "-c", "test \"$COLOUR\" = blue -a -z \"$HOME\""], environment: ["COLOUR=blue"])
        == .exited(0))
    #expect(try status(["sh", "-c", "test -n \"$PATH\""]) == .exited(0))
  }

  @Test func `a command that is not there is an error of start`() throws {
    var command = try WaitingCommand(["/no/such/command"])
    let error = #expect(throws: PerfEventError.self) { try command.start() }
    #expect(error == .systemCall("execvp", .noSuchFile))
    #expect(try command.wait() == .exited(127))
    #expect(throws: PerfEventError.systemCall("execvp", .noSuchFile)) {
      _ = try WaitingCommand([]).processID
    }
  }

  @Test func `a command waits until it is started`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("waiting-\(getpid())-\(UInt32.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    var command = try WaitingCommand(["touch", file])
    usleep(50_000)
    #expect(!FileManager.default.fileExists(atPath: file))
    try command.start()
    #expect(try command.wait() == .exited(0))
    #expect(FileManager.default.fileExists(atPath: file))
    // Asking again gives the same answer.
    #expect(try command.wait() == .exited(0))
  }

  @Test func `waiting for a command that was not started is an error at once`() throws {
    var command = try WaitingCommand(["true"])
    #expect(throws: PerfEventError.commandNotStarted) { try command.wait() }
    try command.start()
    #expect(try command.wait() == .exited(0))
  }

  @Test func `a command starts once`() throws {
    var command = try WaitingCommand(["true"])
    try command.start()
    #expect(throws: PerfEventError.commandAlreadyStarted) { try command.start() }
    #expect(try command.wait() == .exited(0))
    #expect(throws: PerfEventError.commandAlreadyStarted) { try command.start() }
    var missing = try WaitingCommand(["/no/such/command"])
    #expect(throws: PerfEventError.systemCall("execvp", .noSuchFile)) { try missing.start() }
    #expect(throws: PerfEventError.commandAlreadyStarted) { try missing.start() }
    #expect(try missing.wait() == .exited(127))
  }

  /// The later child holds copies of the earlier one's ends.
  @Test func `a command that is never started ends while a later one waits`() throws {
    let first: Int32
    var second: WaitingCommand
    do {
      let command = try WaitingCommand(["true"])
      first = command.processID
      second = try WaitingCommand(["true"])
    }
    #expect(kill(first, 0) == -1)
    try second.start()
    #expect(try second.wait() == .exited(0))
  }

  @Test func `a child that was killed while it waited is an error, not a signal`() throws {
    var command = try WaitingCommand(["true"])
    kill(command.processID, SIGKILL)
    usleep(20_000)
    #expect(throws: PerfEventError.systemCall("execvp", .noSuchProcess)) { try command.start() }
    #expect(try command.wait() == .signaled(SIGKILL))
  }

  @Test func `signals that this process blocks or handles do not reach the command`() throws {
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #expect(try status(["sh", "-c", "kill -TERM $$; exit 3"]) == .signaled(SIGTERM))
  }

  @Test(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
  func `an event enabled by exec counts the command`() throws {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.flags.formUnion([.disabled, .inherit, .enableOnExec])
    var command = try WaitingCommand(["true"])
    let event = try EventDescriptor(
      opening: attributes, target: EventTarget(task: command.processID))
    #expect(try event.readWords() == [0])
    try command.start()
    _ = try command.wait()
    #expect(try event.readWords()[0] > 10)
  }

  @Test func `threads have identities of their own, never used again`() async {
    let mine = ThreadIdentity.current
    #expect(ThreadIdentity.current == mine)
    #expect(ThreadIdentity.kernelThreadID > 0)
    var seen: Set<ThreadIdentity> = [mine]
    for _ in 0..<20 {
      let other: ThreadIdentity = await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: .current) }
      }
      #expect(seen.insert(other).inserted)
    }
  }
}
