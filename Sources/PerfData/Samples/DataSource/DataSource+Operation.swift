extension DataSource {
  /// The operations that an access consisted of.
  ///
  /// The corresponding C constants begin with `PERF_MEM_OP_`.
  @frozen
  public struct Operation: OptionSet, Hashable, Sendable {
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
    public static var notAvailable: Operation { Operation(rawValue: 1 << 0) }
    /// A load.
    @inlinable
    public static var load: Operation { Operation(rawValue: 1 << 1) }
    /// A store.
    @inlinable
    public static var store: Operation { Operation(rawValue: 1 << 2) }
    /// A prefetch.
    @inlinable
    public static var prefetch: Operation { Operation(rawValue: 1 << 3) }
    /// The fetch of an instruction.
    @inlinable
    public static var execution: Operation { Operation(rawValue: 1 << 4) }
  }
}

extension DataSource.Operation: CustomStringConvertible {
  /// The words of the bits that are set, with spaces between them.
  public var description: String {
    DataSource.words(rawValue, Self.names)
  }

  private static let names: [String] = [
    "n/a", "load", "store", "prefetch", "exec",
  ]
}
