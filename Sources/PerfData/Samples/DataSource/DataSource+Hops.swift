extension DataSource {
  /// The distance of what answered.
  ///
  /// The corresponding C constants begin with `PERF_MEM_HOPS_`.
  @frozen
  public struct Hops: RawRepresentable, Hashable, Sendable {
    /// The number in the field.
    public let rawValue: UInt64

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the field.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// A distance that is not told.
    @inlinable
    public static var none: Hops { Hops(rawValue: 0) }
    /// Another core of the same node.
    @inlinable
    public static var core: Hops { Hops(rawValue: 1) }
    /// Another node of the same socket.
    @inlinable
    public static var node: Hops { Hops(rawValue: 2) }
    /// Another socket of the same board.
    @inlinable
    public static var socket: Hops { Hops(rawValue: 3) }
    /// Another board.
    @inlinable
    public static var board: Hops { Hops(rawValue: 4) }
  }
}

extension DataSource.Hops: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "none"
    case 1: "core"
    case 2: "node"
    case 3: "socket"
    case 4: "board"
    default: "hops-\(rawValue)"
    }
  }
}
