/// What is to be known of a name beside its code.
public struct AliasMarks: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public var rawValue: UInt8

  /// Creates a set from bits.
  ///
  /// - Parameter rawValue: The set as bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The source advises against the name.
  public static var deprecated: Self { Self(rawValue: 1 << 0) }

  /// The name has no unit mask, so that the tool takes its default.
  public static var defaultUnitMask: Self { Self(rawValue: 1 << 1) }

  /// The tool counts with a fixed counter, which the kernel knows by the general code.
  public static var fixedCounter: Self { Self(rawValue: 1 << 2) }

  /// The source does not vouch for the event.
  public static var experimental: Self { Self(rawValue: 1 << 3) }

  /// The source gives the name as another one of its event.
  public static var otherName: Self { Self(rawValue: 1 << 4) }
}
