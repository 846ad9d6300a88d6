extension Branch {
  /// The outcome of speculation.
  ///
  /// The corresponding C constants begin with `PERF_BR_SPEC_`.
  @frozen
  public struct Speculation: RawRepresentable, Hashable, Sendable {
    /// The number in the flags of the branch.
    public let rawValue: UInt8

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the flags of the branch.
    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The hardware does not tell.
    @inlinable
    public static var notAvailable: Speculation { Speculation(rawValue: 0) }
    /// Speculated on, and on the wrong path.
    @inlinable
    public static var wrongPath: Speculation { Speculation(rawValue: 1) }
    /// Not speculated on, and on the right path.
    @inlinable
    public static var notSpeculated: Speculation { Speculation(rawValue: 2) }
    /// Speculated on, and on the right path.
    @inlinable
    public static var correctPath: Speculation { Speculation(rawValue: 3) }
  }
}

extension Branch.Speculation: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "n/a"
    case 1: "spec_wrong_path"
    case 2: "non_spec_correct_path"
    case 3: "spec_correct_path"
    default: "speculation-\(rawValue)"
    }
  }
}
