/// The number of digits with which times are written.
public enum TimeResolution: Hashable, Sendable {
  /// Six digits behind the point, as perf does unless told otherwise.
  case microseconds
  /// Nine digits behind the point.
  case nanoseconds

  /// Returns a time in seconds, rounded down, as perf writes it.
  ///
  /// No floating point is involved, so that no digit is wrong.
  ///
  /// - Parameter nanoseconds: The time.
  /// - Returns: The seconds, a point and the digits.
  public func text(_ nanoseconds: UInt64) -> String {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    switch self {
    case .microseconds: return Self.text(seconds, rest / 1000, digits: 6)
    case .nanoseconds: return Self.text(seconds, rest, digits: 9)
    }
  }

  private static func text(_ seconds: UInt64, _ fraction: UInt64, digits: Int) -> String {
    let text = String(fraction)
    return "\(seconds).\(String(repeating: "0", count: digits - text.utf8.count))\(text)"
  }
}
