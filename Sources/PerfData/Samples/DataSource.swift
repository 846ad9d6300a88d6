/// The place in the memory hierarchy that answered an access, as bit fields.
///
/// Fields that end in a list of bits may have several set. The corresponding C
/// type is `perf_mem_data_src`.
@frozen
public struct DataSource: RawRepresentable, Hashable, Sendable {
  /// The bits in the sample.
  public let rawValue: UInt64

  /// Creates a value from bits.
  ///
  /// - Parameter rawValue: The bits in the sample.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  @inlinable
  func field(_ first: UInt64, width: UInt64) -> UInt64 {
    rawValue >> first & (1 << width - 1)
  }

  /// The operations: not available, load, store, prefetch, execution.
  @inlinable
  public var operation: UInt64 { field(0, width: 5) }
  /// The levels: not available, hit, miss, L1, line fill buffer, L2, L3, and memory ones.
  @inlinable
  public var level: UInt64 { field(5, width: 14) }
  /// The snoops: not available, none, hit, miss, hit of a modified line.
  @inlinable
  public var snoop: UInt64 { field(19, width: 5) }
  /// The lock: not available, locked.
  @inlinable
  public var lock: UInt64 { field(24, width: 2) }
  /// The translation: not available, hit, miss, L1, L2, walker, fault.
  @inlinable
  public var translation: UInt64 { field(26, width: 7) }
  /// The number of the level, which newer kernels tell too.
  @inlinable
  public var levelNumber: UInt64 { field(33, width: 4) }
  /// Whether the answer came from another node.
  @inlinable
  public var isRemote: Bool { field(37, width: 1) != 0 }
  /// More snoops: forward, peer.
  @inlinable
  public var extendedSnoop: UInt64 { field(38, width: 2) }
  /// The reasons why an access was blocked: not available, data, address.
  @inlinable
  public var blocked: UInt64 { field(40, width: 3) }
  /// The distance of the answer: 1 another core, 2 node, 3 socket, 4 board.
  @inlinable
  public var hops: UInt64 { field(43, width: 3) }
}
