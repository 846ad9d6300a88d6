extension DataSource {
  /// The region of memory that answered.
  ///
  /// The corresponding C constants begin with `PERF_MEM_REGION_`.
  @frozen
  public struct Region: RawRepresentable, Hashable, Sendable {
    /// The number in the field.
    public let rawValue: UInt64

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the field.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// The hardware does not tell.
    @inlinable
    public static var notAvailable: Region { Region(rawValue: 0) }
    /// Shared memory of the own node.
    @inlinable
    public static var localShared: Region { Region(rawValue: 2) }
    /// Memory of the own node that is not shared.
    @inlinable
    public static var localNotShared: Region { Region(rawValue: 3) }
    /// Devices of another node.
    @inlinable
    public static var remoteInputOutput: Region { Region(rawValue: 4) }
    /// Shared memory of another node.
    @inlinable
    public static var remoteShared: Region { Region(rawValue: 5) }
    /// Memory of another node that is not shared.
    @inlinable
    public static var remoteNotShared: Region { Region(rawValue: 6) }
    /// Mapped devices.
    @inlinable
    public static var mappedInputOutput: Region { Region(rawValue: 7) }
    /// Region 0 of memory.
    @inlinable
    public static var memory0: Region { Region(rawValue: 8) }
    /// Region 1 of memory.
    @inlinable
    public static var memory1: Region { Region(rawValue: 9) }
    /// Region 2 of memory.
    @inlinable
    public static var memory2: Region { Region(rawValue: 10) }
    /// Region 3 of memory.
    @inlinable
    public static var memory3: Region { Region(rawValue: 11) }
    /// Region 4 of memory.
    @inlinable
    public static var memory4: Region { Region(rawValue: 12) }
    /// Region 5 of memory.
    @inlinable
    public static var memory5: Region { Region(rawValue: 13) }
    /// Region 6 of memory.
    @inlinable
    public static var memory6: Region { Region(rawValue: 14) }
    /// Region 7 of memory.
    @inlinable
    public static var memory7: Region { Region(rawValue: 15) }
  }
}

extension DataSource.Region: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "n/a"
    case 2: "local-shared"
    case 3: "local-not-shared"
    case 4: "remote-I/O"
    case 5: "remote-shared"
    case 6: "remote-not-shared"
    case 7: "MMIO"
    case 8: "memory-0"
    case 9: "memory-1"
    case 10: "memory-2"
    case 11: "memory-3"
    case 12: "memory-4"
    case 13: "memory-5"
    case 14: "memory-6"
    case 15: "memory-7"
    default: "region-\(rawValue)"
    }
  }
}
