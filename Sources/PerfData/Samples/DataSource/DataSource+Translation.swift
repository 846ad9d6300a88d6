extension DataSource {
  /// The translation of an address to a physical one.
  ///
  /// The corresponding C constants begin with `PERF_MEM_TLB_`.
  @frozen
  public struct Translation: OptionSet, Hashable, Sendable {
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
    public static var notAvailable: Translation { Translation(rawValue: 1 << 0) }
    /// A buffer had the translation.
    @inlinable
    public static var hit: Translation { Translation(rawValue: 1 << 1) }
    /// No buffer had the translation.
    @inlinable
    public static var miss: Translation { Translation(rawValue: 1 << 2) }
    /// The first level buffer.
    @inlinable
    public static var l1: Translation { Translation(rawValue: 1 << 3) }
    /// The second level buffer.
    @inlinable
    public static var l2: Translation { Translation(rawValue: 1 << 4) }
    /// The hardware walked the page tables.
    @inlinable
    public static var walker: Translation { Translation(rawValue: 1 << 5) }
    /// The kernel handled a fault.
    @inlinable
    public static var fault: Translation { Translation(rawValue: 1 << 6) }
  }
}

extension DataSource.Translation: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "hit", "miss", "L1", "L2", "walker", "fault",
  ]
}
