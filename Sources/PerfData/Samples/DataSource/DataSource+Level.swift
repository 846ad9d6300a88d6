extension DataSource {
  /// The levels of memory that answered, and whether they had the data.
  ///
  /// The corresponding C constants begin with `PERF_MEM_LVL_`.
  @frozen
  public struct Level: OptionSet, Hashable, Sendable {
    /// The bits of the field, from its lowest on.
    public let rawValue: UInt64

    /// Creates a value from bits.
    ///
    /// - Parameter rawValue: The bits of the field, from its lowest on.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// The hardware does not tell.
    @inlinable
    public static var notAvailable: Level { Level(rawValue: 1 << 0) }
    /// The level had the data.
    @inlinable
    public static var hit: Level { Level(rawValue: 1 << 1) }
    /// The level lacked the data.
    @inlinable
    public static var miss: Level { Level(rawValue: 1 << 2) }
    /// The first level cache.
    @inlinable
    public static var l1: Level { Level(rawValue: 1 << 3) }
    /// The line fill buffer.
    @inlinable
    public static var lineFillBuffer: Level { Level(rawValue: 1 << 4) }
    /// The second level cache.
    @inlinable
    public static var l2: Level { Level(rawValue: 1 << 5) }
    /// The third level cache.
    @inlinable
    public static var l3: Level { Level(rawValue: 1 << 6) }
    /// Memory of the own node.
    @inlinable
    public static var localMemory: Level { Level(rawValue: 1 << 7) }
    /// Memory at one hop.
    @inlinable
    public static var remoteMemory1: Level { Level(rawValue: 1 << 8) }
    /// Memory at two hops.
    @inlinable
    public static var remoteMemory2: Level { Level(rawValue: 1 << 9) }
    /// A cache at one hop.
    @inlinable
    public static var remoteCache1: Level { Level(rawValue: 1 << 10) }
    /// A cache at two hops.
    @inlinable
    public static var remoteCache2: Level { Level(rawValue: 1 << 11) }
    /// Memory of devices.
    @inlinable
    public static var inputOutput: Level { Level(rawValue: 1 << 12) }
    /// Memory that is not cached.
    @inlinable
    public static var uncached: Level { Level(rawValue: 1 << 13) }
  }
}

extension DataSource.Level: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "hit", "miss", "L1", "LFB", "L2", "L3", "local-RAM", "remote-RAM-1", "remote-RAM-2",
    "remote-cache-1", "remote-cache-2", "I/O", "uncached",
  ]
}
