/// The ratios of our cost to a peer's that we accept.
enum Limit {
  /// We may cost at most so many times what the peer costs.
  case atMost(Double)
  /// Both measure the same thing, so that the ratio must be near 1.
  case within(ClosedRange<Double>)

  /// The smallest ratio that keeps the limit, or nil if there is none.
  var lower: Double? {
    switch self {
    case .atMost: nil
    case .within(let range): range.lowerBound
    }
  }

  /// The largest ratio that keeps the limit.
  var upper: Double {
    switch self {
    case .atMost(let ratio): ratio
    case .within(let range): range.upperBound
    }
  }

  /// What an interval for the ratio says about the limit.
  ///
  /// Noise widens the interval, so that it never makes a limit count as exceeded:
  /// for that the whole interval has to lie beyond.
  ///
  /// - Parameters:
  ///   - lower: The lower end, or nil if there were too few rounds for one.
  ///   - upper: The upper end, likewise.
  /// - Returns: The verdict.
  func verdict(lower: Double?, upper: Double?) -> Verdict {
    guard let lower, let upper else { return .tooFewRounds }
    if lower > self.upper { return .exceeded }
    if let smallest = self.lower, upper < smallest { return .exceeded }
    let isWithin: Bool = upper <= self.upper && lower >= (self.lower ?? lower)
    return isWithin ? .kept : .undecided
  }

  /// What the interval of a ratio says about a limit.
  enum Verdict: String {
    /// The whole interval keeps the limit.
    case kept
    /// The whole interval lies beyond the limit.
    case exceeded
    /// The limit lies within the interval.
    case undecided
    /// There is no interval.
    case tooFewRounds = "too few rounds"
  }
}
