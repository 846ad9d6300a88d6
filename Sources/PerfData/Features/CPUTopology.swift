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

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - core: The number of the core within its socket.
    ///   - socket: The number of the socket.
    ///   - die: The number of the die, if it is told.
    public init(core: UInt32, socket: UInt32, die: UInt32? = nil) {
      self.core = core
      self.socket = socket
      self.die = die
    }
  }

  /// Lists of CPUs that share a socket.
  public let socketSiblings: [String]
  /// Lists of CPUs that share a core.
  public let threadSiblings: [String]
  /// Lists of CPUs that share a die; empty when they are not told.
  public internal(set) var dieSiblings: [String] = []
  /// The places of the CPUs by number; empty when they are not told.
  public internal(set) var cpus: [CPU] = []

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - socketSiblings: Lists of CPUs that share a socket.
  ///   - threadSiblings: Lists of CPUs that share a core.
  ///   - dieSiblings: Lists of CPUs that share a die; empty when they are not told.
  ///   - cpus: The places of the CPUs by number; empty when they are not told.
  public init(
    socketSiblings: [String], threadSiblings: [String], dieSiblings: [String] = [], cpus: [CPU] = []
  ) {
    self.socketSiblings = socketSiblings
    self.threadSiblings = threadSiblings
    self.dieSiblings = dieSiblings
    self.cpus = cpus
  }
}
