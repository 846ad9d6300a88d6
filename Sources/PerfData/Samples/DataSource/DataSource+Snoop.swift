extension DataSource {
  /// The answers of other caches.
  ///
  /// The corresponding C constants begin with `PERF_MEM_SNOOP_`.
  @frozen
  public struct Snoop: OptionSet, Hashable, Sendable {
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
    public static var notAvailable: Snoop { Snoop(rawValue: 1 << 0) }
    /// No other cache was asked.
    @inlinable
    public static var none: Snoop { Snoop(rawValue: 1 << 1) }
    /// Another cache had the data.
    @inlinable
    public static var hit: Snoop { Snoop(rawValue: 1 << 2) }
    /// No other cache had the data.
    @inlinable
    public static var miss: Snoop { Snoop(rawValue: 1 << 3) }
    /// Another cache had the data in modified form.
    @inlinable
    public static var modifiedHit: Snoop { Snoop(rawValue: 1 << 4) }
  }
}

extension DataSource.Snoop: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "none", "hit", "miss", "hitm",
  ]
}
