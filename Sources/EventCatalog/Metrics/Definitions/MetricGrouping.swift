/// Whether the events of a metric must be counted at the same time.
public enum MetricGrouping: Hashable, Sendable {
  /// They are counted in one group, so that all are of the same time.
  case together
  /// They are never put in a group, because no machine has counters for all.
  case apart
  /// They are put in a group unless the kernel's watchdog occupies a counter.
  case apartWithWatchdog
  /// They are put in a group unless the threads of a core share its counters.
  case apartWithSMT
  /// They are put in a group unless those of the threshold are counted as well while
  /// the kernel's watchdog occupies a counter.
  case apartWithThresholdAndWatchdog
  /// A rule that this package does not know.
  case other(String)

  /// Reads the rule of a kernel's file.
  ///
  /// - Parameter rule: A word such as `NO_GROUP_EVENTS`, or an empty text.
  public init(rule: String) {
    switch rule {
    case "": self = .together
    case "NO_GROUP_EVENTS": self = .apart
    case "NO_GROUP_EVENTS_NMI", "NO_NMI_WATCHDOG": self = .apartWithWatchdog
    case "NO_GROUP_EVENTS_SMT": self = .apartWithSMT
    case "NO_THRESHOLD_AND_NMI": self = .apartWithThresholdAndWatchdog
    default: self = .other(rule)
    }
  }

  /// Whether the events of a metric can be put in one group.
  ///
  /// - Parameter conditions: What holds on the machine and for the measurement.
  /// - Returns: False also for rules that are not known.
  public func allowsGroup(under conditions: Conditions) -> Bool {
    switch self {
    case .together: true
    case .apart, .other: false
    case .apartWithWatchdog: !conditions.contains(.watchdog)
    case .apartWithSMT: !conditions.contains(.smt)
    case .apartWithThresholdAndWatchdog: !conditions.contains([.watchdog, .threshold])
    }
  }

  /// What holds on a machine and for a measurement.
  public struct Conditions: OptionSet, Hashable, Sendable {
    /// The conditions as bits.
    public var rawValue: UInt8

    /// Creates conditions from bits.
    ///
    /// - Parameter rawValue: The conditions as bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The kernel's watchdog uses a counter of each CPU.
    public static var watchdog: Self { Self(rawValue: 1 << 0) }

    /// Simultaneous multithreading is on.
    public static var smt: Self { Self(rawValue: 1 << 1) }

    /// The events of the threshold are counted as well.
    public static var threshold: Self { Self(rawValue: 1 << 2) }
  }
}

extension MetricDefinition {
  /// Whether the events must be counted at the same time.
  public var grouping: MetricGrouping { MetricGrouping(rule: groupingRule) }
}
