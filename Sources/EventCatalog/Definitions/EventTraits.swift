/// What a source says of an event's standing.
public struct EventTraits: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public var rawValue: UInt16

  /// Creates a set from bits.
  ///
  /// - Parameter rawValue: The set as bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The source advises against the event or gives it another name.
  public static var deprecated: Self { Self(rawValue: 1 << 0) }

  /// The source does not vouch for the event.
  public static var experimental: Self { Self(rawValue: 1 << 1) }

  /// The count is of a whole package, so that one CPU of each is enough.
  public static var perPackage: Self { Self(rawValue: 1 << 2) }

  /// What is done in vain, after a wrong prediction, is counted as well.
  public static var speculative: Self { Self(rawValue: 1 << 3) }

  /// The count is a state at one moment, so that differences mean nothing.
  public static var snapshot: Self { Self(rawValue: 1 << 4) }

  /// The event is the one meant when no unit mask is named.
  public static var defaultUnitMask: Self { Self(rawValue: 1 << 5) }

  /// The unit masks of the event can be added up.
  public static var combinableUnitMasks: Self { Self(rawValue: 1 << 6) }

  /// Precise samples of the event can hold the address of the data.
  public static var dataAddress: Self { Self(rawValue: 1 << 7) }
}
