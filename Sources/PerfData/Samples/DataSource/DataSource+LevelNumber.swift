extension DataSource {
  /// The level of memory that answered, as newer kernels tell it.
  ///
  /// The corresponding C constants begin with `PERF_MEM_LVLNUM_`.
  @frozen
  public struct LevelNumber: RawRepresentable, Hashable, Sendable {
    /// The number in the field.
    public let rawValue: UInt64

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the field.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// A level that is not told.
    @inlinable
    public static var none: LevelNumber { LevelNumber(rawValue: 0) }
    /// The first level cache.
    @inlinable
    public static var l1: LevelNumber { LevelNumber(rawValue: 1) }
    /// The second level cache.
    @inlinable
    public static var l2: LevelNumber { LevelNumber(rawValue: 2) }
    /// The third level cache.
    @inlinable
    public static var l3: LevelNumber { LevelNumber(rawValue: 3) }
    /// The fourth level cache.
    @inlinable
    public static var l4: LevelNumber { LevelNumber(rawValue: 4) }
    /// The buffer of misses of the second level cache.
    @inlinable
    public static var l2MissHandlingBuffer: LevelNumber { LevelNumber(rawValue: 5) }
    /// The cache at the side of memory.
    @inlinable
    public static var memorySideCache: LevelNumber { LevelNumber(rawValue: 6) }
    /// The cache in front of the first level.
    @inlinable
    public static var l0: LevelNumber { LevelNumber(rawValue: 7) }
    /// Memory that is not cached.
    @inlinable
    public static var uncached: LevelNumber { LevelNumber(rawValue: 8) }
    /// Memory behind Compute Express Link.
    @inlinable
    public static var cxl: LevelNumber { LevelNumber(rawValue: 9) }
    /// Memory of devices.
    @inlinable
    public static var inputOutput: LevelNumber { LevelNumber(rawValue: 10) }
    /// Some cache.
    @inlinable
    public static var anyCache: LevelNumber { LevelNumber(rawValue: 11) }
    /// The line fill buffer.
    @inlinable
    public static var lineFillBuffer: LevelNumber { LevelNumber(rawValue: 12) }
    /// Memory.
    @inlinable
    public static var memory: LevelNumber { LevelNumber(rawValue: 13) }
    /// Persistent memory.
    @inlinable
    public static var persistentMemory: LevelNumber { LevelNumber(rawValue: 14) }
    /// The hardware does not tell.
    @inlinable
    public static var notAvailable: LevelNumber { LevelNumber(rawValue: 15) }
  }
}

extension DataSource.LevelNumber: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "none"
    case 1: "L1"
    case 2: "L2"
    case 3: "L3"
    case 4: "L4"
    case 5: "L2-MHB"
    case 6: "memory-side"
    case 7: "L0"
    case 8: "uncached"
    case 9: "CXL"
    case 10: "I/O"
    case 11: "any-cache"
    case 12: "LFB"
    case 13: "RAM"
    case 14: "PMEM"
    case 15: "n/a"
    default: "levelNumber-\(rawValue)"
    }
  }
}
