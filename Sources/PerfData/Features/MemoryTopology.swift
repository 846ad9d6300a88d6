/// The blocks of memory of each node.
public struct MemoryTopology: Hashable, Sendable {
  /// A node and its blocks.
  public struct Node: Hashable, Sendable {
    /// The number of the node.
    public let number: UInt64
    /// The blocks, a bit each, lowest first.
    public let blocks: [UInt64]

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - number: The number of the node.
    ///   - blocks: The blocks, a bit each, lowest first.
    public init(number: UInt64, blocks: [UInt64]) {
      self.number = number
      self.blocks = blocks
    }
  }

  /// The size of a block in bytes.
  public let blockSize: UInt64
  /// The nodes.
  public let nodes: [Node]

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - blockSize: The size of a block in bytes.
  ///   - nodes: The nodes.
  public init(blockSize: UInt64, nodes: [Node]) {
    self.blockSize = blockSize
    self.nodes = nodes
  }
}
