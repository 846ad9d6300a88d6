extension DataSource {
  /// The reasons why an access was blocked.
  ///
  /// The corresponding C constants begin with `PERF_MEM_BLK_`.
  @frozen
  public struct Blocking: OptionSet, Hashable, Sendable {
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
    public static var notAvailable: Blocking { Blocking(rawValue: 1 << 0) }
    /// The data could not be forwarded.
    @inlinable
    public static var data: Blocking { Blocking(rawValue: 1 << 1) }
    /// The address conflicted with another one.
    @inlinable
    public static var address: Blocking { Blocking(rawValue: 1 << 2) }
  }
}

extension DataSource.Blocking: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "data", "address",
  ]
}
