/// The sockets, dies and cores of the CPUs.
public struct CPUTopology: Hashable, Sendable {
  /// The place of a CPU.
  public struct CPU: Hashable, Sendable {
    /// The number of the core within its socket.
    public let core: UInt32
    /// The number of the socket.
    public let socket: UInt32
    /// The number of the die, if it is told.
    public internal(set) var die: UInt32?
  }

  /// Lists of CPUs that share a socket.
  public let socketSiblings: [String]
  /// Lists of CPUs that share a core.
  public let threadSiblings: [String]
  /// Lists of CPUs that share a die; empty when they are not told.
  public internal(set) var dieSiblings: [String] = []
  /// The places of the CPUs by number; empty when they are not told.
  public internal(set) var cpus: [CPU] = []
}
