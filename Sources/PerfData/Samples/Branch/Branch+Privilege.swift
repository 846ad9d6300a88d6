extension Branch {
  /// The privilege level at which a branch ended.
  ///
  /// The corresponding C constants begin with `PERF_BR_PRIV_`.
  @frozen
  public struct Privilege: RawRepresentable, Hashable, Sendable {
    /// The number in the flags of the branch.
    public let rawValue: UInt8

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the flags of the branch.
    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A level that is not told.
    @inlinable
    public static var unknown: Privilege { Privilege(rawValue: 0) }
    /// A program.
    @inlinable
    public static var user: Privilege { Privilege(rawValue: 1) }
    /// The kernel.
    @inlinable
    public static var kernel: Privilege { Privilege(rawValue: 2) }
    /// The hypervisor.
    @inlinable
    public static var hypervisor: Privilege { Privilege(rawValue: 3) }
  }
}

extension Branch.Privilege: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "unknown"
    case 1: "user"
    case 2: "kernel"
    case 3: "hv"
    default: "privilege-\(rawValue)"
    }
  }
}
