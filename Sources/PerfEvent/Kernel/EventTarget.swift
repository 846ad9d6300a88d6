/// The task and the CPU that an event watches, in the kernel's numbers.
public struct EventTarget: Hashable, Sendable {
  /// The thread; 0 is the calling one, -1 every one.
  ///
  /// With ``OpenFlags/cgroup`` it is the descriptor of a cgroup's folder.
  public var task: Int32
  /// The CPU; -1 is every one.
  public var cpu: Int32

  /// Creates a target from the kernel's numbers.
  ///
  /// - Parameters:
  ///   - task: The thread; 0 is the calling one, -1 every one.
  ///   - cpu: The CPU; -1 is every one.
  public init(task: Int32 = 0, cpu: Int32 = -1) {
    self.task = task
    self.cpu = cpu
  }

  /// The calling thread on whatever CPU it runs.
  public static var callingThread: EventTarget { EventTarget(task: 0, cpu: -1) }

  /// Returns a thread, or the first thread of a process, on whatever CPU it runs.
  ///
  /// - Parameter thread: The kernel's number of the thread, or of a process that
  ///   has but one, such as a command that waits.
  /// - Returns: The target.
  public static func thread(_ thread: Int32) -> EventTarget { EventTarget(task: thread, cpu: -1) }

  /// Returns all tasks of a CPU.
  ///
  /// - Parameter cpu: The number of the CPU.
  /// - Returns: The target.
  public static func cpu(_ cpu: Int32) -> EventTarget { EventTarget(task: -1, cpu: cpu) }
}
