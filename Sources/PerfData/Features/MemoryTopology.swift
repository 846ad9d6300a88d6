/// The blocks of memory of each node.
public struct MemoryTopology: Hashable, Sendable {
  /// A node and its blocks.
  public struct Node: Hashable, Sendable {
    /// The number of the node.
    public let number: UInt64
    /// The blocks, a bit each, lowest first.
    public let blocks: [UInt64]
  }

  /// The size of a block in bytes.
  public let blockSize: UInt64
  /// The nodes.
  public let nodes: [Node]
}
