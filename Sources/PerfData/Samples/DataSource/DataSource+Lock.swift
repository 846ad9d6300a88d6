extension DataSource {
  /// The locking of an access.
  ///
  /// The corresponding C constants begin with `PERF_MEM_LOCK_`.
  @frozen
  public struct Lock: OptionSet, Hashable, Sendable {
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
    public static var notAvailable: Lock { Lock(rawValue: 1 << 0) }
    /// The access was locked.
    @inlinable
    public static var locked: Lock { Lock(rawValue: 1 << 1) }
  }
}

extension DataSource.Lock: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "locked",
  ]
}
