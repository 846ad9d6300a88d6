internal import CPerfEvent
internal import Glibc

/// The owner of a child process that waits before it executes a command.
///
/// Events that are opened on the child with the flag enableOnExec count exactly
/// the command. A child that was never started ends, and a started one is waited
/// for, when the owner goes out of scope.
///
/// The command starts with no signal blocked, and ignores those that this process
/// ignores, as it would after fork(2) and exec(3). SIGPIPE is the exception: servers
/// ignore it for themselves, and a command that did so would write to a pipe that
/// nobody reads for ever.
public struct WaitingCommand: ~Copyable, Sendable {
  /// The kernel's number of the child process.
  public let processID: Int32

  private var child: cperf_child
  /// What the child reads when it executes the command.
  private let strings: CommandStrings
  private var isStarted: Bool = false
  private var status: CommandStatus?

  /// Makes the child process.
  ///
  /// - Parameters:
  ///   - arguments: The command, looked up along PATH, and its arguments.
  ///   - environment: The environment as `NAME=value`, or nil for this one.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public init(
    _ arguments: [String], environment: [String]? = nil
  ) throws(PerfEventError) {
    guard let name = arguments.first, !name.isEmpty else {
      throw .systemCall("execvp", .noSuchFile)
    }
    let strings = CommandStrings(arguments, environment: environment)
    var child = cperf_child()
    let result: Int32 = unsafe cperf_spawn_stopped(strings.command, &child)
    guard result == 0 else { throw .systemCall("clone", Errno(rawValue: -result)) }
    self.strings = strings
    self.child = child
    processID = child.pid
  }

  deinit {
    var ended: cperf_child = child
    unsafe cperf_dismiss_child(&ended)
    if status == nil { _ = Self.wait(processID) }
    unsafe cperf_release_child(&ended)
  }

  /// Executes the command, which can be done once.
  ///
  /// - Throws: ``PerfEventError/systemCall(_:_:)`` with the error of execvp(3), which
  ///   is "no such file" if there is no such command;
  ///   ``PerfEventError/commandAlreadyStarted`` the second time.
  public mutating func start() throws(PerfEventError) {
    guard !isStarted else { throw .commandAlreadyStarted }
    isStarted = true
    let result: Int32 = unsafe cperf_start_child(&child)
    guard result == 0 else { throw .systemCall("execvp", Errno(rawValue: -result)) }
  }

  /// Waits until the command ends.
  ///
  /// - Returns: The way in which it ended.
  /// - Throws: ``PerfEventError/commandNotStarted`` before ``start()``;
  ///   ``PerfEventError/systemCall(_:_:)`` with the error of waitpid(2).
  public mutating func wait() throws(PerfEventError) -> CommandStatus {
    guard isStarted else { throw .commandNotStarted }
    if let status { return status }
    switch Self.wait(processID) {
    case .success(let ended):
      status = ended
      return ended
    case .failure(let error): throw .systemCall("waitpid", error)
    }
  }

  private static func wait(_ processID: Int32) -> Result<CommandStatus, Errno> {
    var status: Int32 = 0
    while true {
      let result: Int32 = unsafe cperf_wait(processID, &status)
      if result == 0 { return .success(status < 0 ? .signaled(-status) : .exited(status)) }
      let error = Errno(rawValue: -result)
      guard error == .interrupted else { return .failure(error) }
    }
  }
}
