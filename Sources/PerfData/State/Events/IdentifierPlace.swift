/// The CPU and the thread for which an identifier of an event was opened.
@frozen
public struct IdentifierPlace: Hashable, Sendable {
  /// The number of the CPU, or nothing for an event that follows a thread.
  public let cpu: UInt32?
  /// The number of the thread, or nothing for an event that stays on a CPU.
  public let thread: Int32?
  /// The process in which the guest of the event runs, or 0 for the host.
  public let machine: Int32
  /// The number of the guest's CPU, or nothing for the host.
  public let virtualCPU: UInt32?
}
