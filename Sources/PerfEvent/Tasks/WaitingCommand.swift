internal import CPerfEvent
internal import Glibc

/// The owner of a child process that waits before it executes a command.
///
/// Events that are opened on the child with the flag enableOnExec count exactly
/// the command. A child that was never started ends, and a started one is waited
/// for, when the owner goes out of scope.
public struct WaitingCommand: ~Copyable, Sendable {
  /// The kernel's number of the child process.
  public let processID: Int32

  private var child: cperf_child
  private var status: ExitStatus?

  /// Makes the child process.
  ///
  /// - Parameters:
  ///   - arguments: The command, looked up along PATH, and its arguments.
  ///   - environment: The environment as `NAME=value`, or nil for this one.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public init(
    _ arguments: [String], environment: [String]? = nil
  ) throws(PerfEventError) {
    guard !arguments.isEmpty else { throw .systemCall("execvp", .noSuchFile) }
    let cArguments: CStringArray = CStringArray(arguments)
    let cEnvironment: CStringArray? = environment.map { CStringArray($0) }
    var child = cperf_child()
    let result: Int32 = unsafe cperf_spawn_stopped(
      cArguments.pointers, cEnvironment?.pointers, &child)
    guard result == 0 else { throw .systemCall("fork", Errno(rawValue: -result)) }
    self.child = child
    processID = child.pid
  }

  deinit {
    var ends: cperf_child = child
    unsafe cperf_dismiss_child(&ends)
    if status == nil { _ = Self.wait(processID) }
  }

  /// Executes the command.
  ///
  /// - Throws: ``PerfEventError/systemCall(_:_:)`` with the error of execvp(3), which
  ///   is "no such file" if there is no such command.
  public mutating func start() throws(PerfEventError) {
    let result: Int32 = unsafe cperf_start_child(&child)
    guard result == 0 else { throw .systemCall("execvp", Errno(rawValue: -result)) }
  }

  /// Waits until the command ends.
  ///
  /// - Returns: The way in which it ended.
  /// - Throws: ``PerfEventError/systemCall(_:_:)`` with the error of waitpid(2).
  public mutating func wait() throws(PerfEventError) -> ExitStatus {
    if let status { return status }
    switch Self.wait(processID) {
    case .success(let ended):
      status = ended
      return ended
    case .failure(let error): throw .systemCall("waitpid", error)
    }
  }

  private static func wait(_ processID: Int32) -> Result<ExitStatus, Errno> {
    var status: Int32 = 0
    while true {
      let result: Int32 = unsafe cperf_wait(processID, &status)
      if result == 0 { return .success(status < 0 ? .signaled(-status) : .exited(status)) }
      let error = Errno(rawValue: -result)
      guard error == .interrupted else { return .failure(error) }
    }
  }
}

/// The owner of strings in the form that exec takes them.
@safe
private final class CStringArray {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    unsafe pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (pointers + index).initialize(to: strdup(string))
    }
    unsafe (pointers + strings.count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { unsafe free(pointers[index]) }
    unsafe pointers.deallocate()
  }
}
