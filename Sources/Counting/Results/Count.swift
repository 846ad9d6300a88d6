public import PerfEvent

/// What is known about the number of times an event happened.
public enum Count: Hashable, Sendable {
  /// The event was counted all the time.
  case exact(UInt64)
  /// The event was counted for a share of the time, and the number is an estimate.
  ///
  /// The estimate is the count divided by the share, which lies between 0 and 1,
  /// both excluded. It assumes that the unseen time was like the seen one.
  case scaled(estimate: Double, share: Double)
  /// The event happened at least so often, counted for a share of the time.
  ///
  /// This is the count on one kind of core of a machine that has several. The rest of
  /// the time, the target ran on other cores or waited for a counter; which of the
  /// two is not known, so that nothing is scaled.
  case lowerBound(UInt64, share: Double)
  /// The event was never counted; this is not the same as zero.
  case notCounted(NotCountedReason)
  /// The machine cannot count the event.
  case notSupported(PerfEventError)

  /// Creates what is known from a count and its times.
  ///
  /// - Parameters:
  ///   - value: The number of events seen.
  ///   - timeEnabled: The nanoseconds in which the event was to be counted.
  ///   - timeRunning: The nanoseconds in which it was.
  public init(value: UInt64, timeEnabled: UInt64, timeRunning: UInt64) {
    if timeRunning == 0 {
      self = .notCounted(timeEnabled == 0 ? .neverRan : .neverScheduled)
    } else if timeRunning >= timeEnabled {
      self = .exact(value)
    } else {
      let product: UInt128 = UInt128(value) * UInt128(timeEnabled)
      self = .scaled(
        estimate: Double(product) / Double(timeRunning),
        share: Double(timeRunning) / Double(timeEnabled))
    }
  }

  /// The number, exact, estimated or the least possible, or nil if there is none.
  public var value: Double? {
    switch self {
    case .exact(let value), .lowerBound(let value, _): Double(value)
    case .scaled(let estimate, _): estimate
    case .notCounted, .notSupported: nil
    }
  }

  /// The number if the event was counted all the time.
  public var exactValue: UInt64? {
    guard case .exact(let value) = self else { return nil }
    return value
  }

  /// The reason why there is no number, or nil if there is one.
  public var absence: String? {
    switch self {
    case .exact, .scaled, .lowerBound: nil
    case .notCounted(let reason): reason.description
    case .notSupported(let error): error.description
    }
  }

  /// The share of time for which the event was counted, from 0 to 1.
  public var share: Double {
    switch self {
    case .exact: 1
    case .scaled(_, let share), .lowerBound(_, let share): share
    case .notCounted, .notSupported: 0
    }
  }
}

extension Count: CustomStringConvertible {
  /// The number, marked with its share if it is an estimate, or the reason.
  public var description: String { text(scale: 1, unit: "") }

  /// The number in a unit, marked with its share if it is an estimate, or the reason.
  func text(scale: Double, unit: String) -> String {
    let suffix: String = unit.isEmpty ? "" : " " + unit
    return switch self {
    case .exact(let value) where scale == 1: "\(value)\(suffix)"
    case .exact(let value): "\(Double(value) * scale)\(suffix)"
    case .scaled(let estimate, let share):
      "~\(Self.text(estimate * scale, isWhole: scale == 1))\(suffix)\(Self.note(share))"
    case .lowerBound(let value, let share):
      "at least \(Self.text(Double(value) * scale, isWhole: scale == 1))\(suffix)"
        + Self.note(share)
    case .notCounted(let reason): "not counted: \(reason)"
    case .notSupported(let error): "not supported: \(error)"
    }
  }

  private static func note(_ share: Double) -> String {
    " (counted \(Int((share * 100).rounded())) % of the time)"
  }

  private static func text(_ value: Double, isWhole: Bool) -> String {
    guard isWhole, let whole = UInt64(exactly: value.rounded()) else { return "\(value)" }
    return "\(whole)"
  }
}
