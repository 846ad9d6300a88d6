/// What modifiers and terms ask of whoever opens an event.
///
/// These have no place in the attributes of a single event.
public struct EventRequests: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public var rawValue: UInt8

  /// Creates a set from bits.
  ///
  /// - Parameter rawValue: The set as bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Samples of the leader hold the counts of the whole group.
  ///
  /// The corresponding modifier is `S`.
  public static var groupRead: Self { Self(rawValue: 1 << 0) }

  /// The group may be taken apart if it cannot be counted together.
  ///
  /// The corresponding modifier is `W`.
  public static var weakGroup: Self { Self(rawValue: 1 << 1) }

  /// The event is shared with other programs through BPF.
  ///
  /// The corresponding modifier is `b`.
  public static var sharedThroughBPF: Self { Self(rawValue: 1 << 2) }

  /// The precision is the highest that the kernel accepts.
  ///
  /// The attributes hold what the PMU declares; the opener may have to lower it.
  /// The corresponding modifier is `P`.
  public static var highestPrecision: Self { Self(rawValue: 1 << 3) }

  /// The counts of the CPUs of a core are added up.
  ///
  /// The corresponding term is `percore`.
  public static var perCore: Self { Self(rawValue: 1 << 4) }

  /// Not counts are wanted, but how long the instructions took to retire.
  ///
  /// The corresponding modifier is `R`.
  public static var retirementLatency: Self { Self(rawValue: 1 << 5) }

  /// The event stays at its place and is not put into a group with others.
  ///
  /// The corresponding modifier is `X`.
  public static var keepsPlace: Self { Self(rawValue: 1 << 6) }
}
