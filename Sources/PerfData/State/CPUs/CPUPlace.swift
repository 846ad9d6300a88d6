/// Where a CPU is in the machine.
///
/// A value is nothing, and a list empty, when the recording does not tell it.
public struct CPUPlace: Hashable, Sendable {
  /// The number of the CPU.
  public let number: UInt32
  /// The number of the core within its socket or die.
  public internal(set) var core: UInt32?
  /// The number of the die within its socket.
  public internal(set) var die: UInt32?
  /// The number of the socket.
  public internal(set) var socket: UInt32?
  /// The number of the memory node.
  public internal(set) var node: UInt32?
  /// The name of the PMU of its kind of core, on machines that have several kinds.
  public internal(set) var pmu: String?
  /// Whether it was online when the recording began.
  public internal(set) var isOnline: Bool?
  /// The CPUs that share its core, itself among them.
  public internal(set) var threadSiblings: [UInt32] = []
  /// The CPUs that share its socket, itself among them.
  public internal(set) var socketSiblings: [UInt32] = []
  /// The CPUs that share its die, itself among them.
  public internal(set) var dieSiblings: [UInt32] = []
  /// The caches that it uses.
  public internal(set) var caches: [CPUCache] = []

  init(number: UInt32) {
    self.number = number
  }
}
