/// How a group is counted.
public struct GroupOptions: OptionSet, Hashable, Sendable {
  /// The options, a bit each.
  public var rawValue: UInt8

  /// Creates options.
  ///
  /// - Parameter rawValue: The options, a bit each.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Tasks that the target starts later are counted too.
  public static var inherit: Self { Self(rawValue: 1) }
  /// Counting starts when the target executes a new program.
  public static var enableOnExec: Self { Self(rawValue: 2) }
  /// The group must always be on the counters, or fails.
  public static var pinned: Self { Self(rawValue: 4) }
}
