extension DataSource {
  /// More answers of other caches.
  ///
  /// The corresponding C constants begin with `PERF_MEM_SNOOPX_`.
  @frozen
  public struct ExtendedSnoop: OptionSet, Hashable, Sendable {
    /// The bits of the field, from its lowest on.
    public let rawValue: UInt64

    /// Creates a value from bits.
    ///
    /// - Parameter rawValue: The bits of the field, from its lowest on.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// Another cache forwarded the data.
    @inlinable
    public static var forward: ExtendedSnoop { ExtendedSnoop(rawValue: 1 << 0) }
    /// A peer answered.
    @inlinable
    public static var peer: ExtendedSnoop { ExtendedSnoop(rawValue: 1 << 1) }
  }
}

extension DataSource.ExtendedSnoop: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "forward", "peer",
  ]
}
